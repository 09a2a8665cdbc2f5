import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { onDark, type FullScreenProps } from './FullScreen';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';
import { useClosedByTouch } from './use-closed-by-touch';

export function FullScreenBody({ open, onClose, title, actions, onKeyDown, initialFocus, returnTo, children }: FullScreenProps) {
  const labels = useUiLabels();
  useClosedByTouch(open, onClose);
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop forceRender className="fixed inset-0 bg-stage" />
        <BaseDialog.Popup
          initialFocus={initialFocus}
          onKeyDown={onKeyDown}
          finalFocus={() => (returnTo?.isConnected ? returnTo : true)}
          // Twice over the page, of which nothing is to shine through.
          className="fixed inset-0 flex flex-col bg-stage text-on-stage outline-none"
        >
          <header className="flex shrink-0 items-center gap-1 px-3 py-2 pt-[max(0.5rem,env(safe-area-inset-top))]">
            <BaseDialog.Title className="min-w-0 flex-1 truncate px-1 text-ui font-semibold">{title}</BaseDialog.Title>
            {actions}
            <BaseDialog.Close render={<IconButton icon={X} label={labels.close} className={onDark} />} />
          </header>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
