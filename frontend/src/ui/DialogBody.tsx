import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useClosedByTouch } from './use-closed-by-touch';
import type { DialogProps } from './Dialog';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';
import { backdrop, dialogSurface } from './dialog-styles';

const sizes = { small: 'tablet:max-w-dialog-small', medium: 'tablet:max-w-dialog', large: 'tablet:max-w-dialog-large' } as const;

const CONTROL = 'input:not([type="hidden"], :disabled), textarea:not(:disabled), select, button:not(:disabled), a[href], [tabindex="0"]';

type DialogBodyProps = Omit<DialogProps, 'open' | 'onOpenChange' | 'trigger'> & { open: boolean; setOpen: (open: boolean) => void };

export function DialogBody(props: DialogBodyProps) {
  const { open, setOpen, title, description, size = 'medium', footer, initialFocus, children } = props;
  const popupRef = useRef<HTMLDivElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  useClosedByTouch(open, () => setOpen(false));
  const firstControl = () => {
    // On touch screens a focused field would bring up the keyboard before the person asked for it.
    if (matchMedia('(pointer: coarse)').matches) return popupRef.current;
    return bodyRef.current?.querySelector<HTMLElement>(CONTROL) ?? true;
  };
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdrop} />
        <BaseDialog.Viewport className="fixed inset-0 flex items-center justify-center tablet:p-6">
          <BaseDialog.Popup
            ref={popupRef}
            initialFocus={initialFocus ?? firstControl}
            className={cn(
              dialogSurface,
              'h-full w-full tablet:h-auto tablet:max-h-full tablet:rounded-dialog',
              'max-tablet:data-ending-style:translate-y-4 max-tablet:data-starting-style:translate-y-4 tablet:data-starting-style:scale-97',
              sizes[size],
            )}
          >
            <DialogHeader title={title} description={description} />
            <div ref={bodyRef} className="flex-1 overflow-y-auto px-6 py-1 scrollbar-quiet">
              {children}
            </div>
            {footer ? <DialogFooter>{footer}</DialogFooter> : <div className="h-5 shrink-0" />}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function DialogHeader({ title, description }: { title: string; description: ReactNode }) {
  const labels = useUiLabels();
  return (
    <header className="flex items-start gap-4 ps-6 pe-4 pt-5 pb-4">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <BaseDialog.Title className="text-title font-semibold wrap-anywhere">{title}</BaseDialog.Title>
        {description && <BaseDialog.Description className="text-ui text-fg-muted">{description}</BaseDialog.Description>}
      </div>
      <BaseDialog.Close render={<IconButton icon={X} label={labels.close} className="-mt-1" />} />
    </header>
  );
}

function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex shrink-0 flex-wrap justify-end gap-2 px-6 pt-4 pb-[max(1.5rem,env(safe-area-inset-bottom))]">{children}</footer>
  );
}
