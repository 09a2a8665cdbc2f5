import { Toast as BaseToast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './Button';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';
import type { ToastOptions, ToastQueue, ToastTone } from './toast-queue';

const SHOWN_MS = 5000;
const SHOWN_WITH_ACTION_MS = 8000;

const tones: Record<ToastTone, { icon: LucideIcon; colour: string }> = {
  info: { icon: Info, colour: 'text-info-text' },
  success: { icon: CircleCheck, colour: 'text-success-text' },
  warning: { icon: TriangleAlert, colour: 'text-warning-text' },
  danger: { icon: CircleAlert, colour: 'text-danger-text' },
};

type Manager = ReturnType<typeof BaseToast.createToastManager<ToastOptions>>;

function add(manager: Manager, id: string, options: ToastOptions): void {
  const { title, description, action, timeout = action ? SHOWN_WITH_ACTION_MS : SHOWN_MS } = options;
  // Always read out when the reader pauses: the library hides what interrupts, though it can take focus.
  manager.add({ id, title, description, timeout, priority: 'low', data: options });
}

export function ToasterBody({ queue }: { queue: ToastQueue }) {
  const [manager] = useState(() => BaseToast.createToastManager<ToastOptions>());
  useEffect(() => queue.connect({ add: (id, options) => add(manager, id, options), close: (id) => manager.close(id) }), [queue, manager]);
  return (
    <BaseToast.Provider limit={3} toastManager={manager}>
      <Toaster />
    </BaseToast.Provider>
  );
}

function Toaster() {
  const { toasts } = BaseToast.useToastManager<ToastOptions>();
  const labels = useUiLabels();
  return (
    <BaseToast.Portal>
      <BaseToast.Viewport
        aria-label={labels.notifications}
        // Above where one writes, and over every dialog, whichever came first.
        className="fixed inset-e-4 bottom-20 z-1 flex w-[calc(100vw-2rem)] max-w-toast flex-col-reverse gap-2 tablet:inset-e-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </BaseToast.Viewport>
    </BaseToast.Portal>
  );
}

function ToastCard({ toast }: { toast: BaseToast.Root.ToastObject<ToastOptions> }) {
  const labels = useUiLabels();
  const manager = BaseToast.useToastManager();
  const { tone = 'info', action, other } = toast.data ?? {};
  const act = (chosen: ToastOptions['action']) => {
    chosen?.onClick();
    manager.close(toast.id);
  };
  const main = action && <BaseToast.Action render={<Button size="small">{action.label}</Button>} onClick={() => act(action)} />;
  return (
    <BaseToast.Root
      toast={toast}
      data-toast
      className={cn(
        'rounded-card bg-popover text-fg shadow-float transition-[opacity,translate] duration-pane ease-out data-limited:hidden',
        'data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0',
      )}
    >
      <BaseToast.Content className="flex items-start gap-3 py-2 ps-3 pe-2">
        <Icon icon={tones[tone].icon} size="bar" className={cn('mt-1.5', tones[tone].colour)} />
        <div className="flex min-w-0 flex-1 flex-col py-1.5">
          <BaseToast.Title className="text-ui font-medium wrap-anywhere" render={<div />} />
          <BaseToast.Description className="text-ui text-fg-muted wrap-anywhere" />
          {other && (
            <div className="mt-2 flex flex-wrap gap-2">
              {main}
              <Button size="small" variant="ghost" onClick={() => act(other)}>
                {other.label}
              </Button>
            </div>
          )}
        </div>
        {!other && main}
        <BaseToast.Close render={<IconButton icon={X} size="small" label={labels.dismiss} className="mt-0.5" />} />
      </BaseToast.Content>
    </BaseToast.Root>
  );
}
