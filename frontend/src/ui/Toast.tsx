import { Toast as BaseToast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './Button';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';

export type ToastTone = 'info' | 'success' | 'warning' | 'danger';

export interface ToastOptions {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** One act, such as Undo. The toast then stays 8 seconds. */
  action?: { label: string; onClick: () => void };
  /** Milliseconds; 0 keeps it until it is closed. */
  timeout?: number;
}

export interface ToastHandle {
  /** Shows a toast and returns its id. */
  show: (options: ToastOptions) => string;
  dismiss: (id: string) => void;
}

const icons: Record<ToastTone, LucideIcon> = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

const iconColours: Record<ToastTone, string> = {
  info: 'text-info-text',
  success: 'text-success-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
};

const isTone = (type: string | undefined): type is ToastTone => type !== undefined && type in icons;

export function useToast(): ToastHandle {
  const manager = BaseToast.useToastManager();
  return {
    show: ({ title, description, tone = 'info', action, timeout = action ? 8000 : 5000 }) => {
      const id = manager.add({
        title,
        description,
        type: tone,
        timeout,
        // What failed is read out at once; the rest when the reader pauses.
        priority: tone === 'danger' ? 'high' : 'low',
        actionProps: action && {
          children: action.label,
          onClick: () => {
            action.onClick();
            manager.close(id);
          },
        },
      });
      return id;
    },
    dismiss: (id) => manager.close(id),
  };
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <BaseToast.Provider limit={3}>
      {children}
      <Toaster />
    </BaseToast.Provider>
  );
}

function Toaster() {
  const { toasts } = BaseToast.useToastManager();
  const labels = useUiLabels();
  return (
    <BaseToast.Portal>
      <BaseToast.Viewport
        aria-label={labels.notifications}
        className="fixed inset-e-4 bottom-4 flex w-[calc(100vw-2rem)] max-w-toast flex-col-reverse gap-2 tablet:inset-e-6 tablet:bottom-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </BaseToast.Viewport>
    </BaseToast.Portal>
  );
}

function ToastCard({ toast }: { toast: BaseToast.Root.ToastObject }) {
  const labels = useUiLabels();
  const tone = isTone(toast.type) ? toast.type : 'info';
  return (
    <BaseToast.Root
      toast={toast}
      className={cn(
        'rounded-card bg-popover text-fg shadow-float transition-[opacity,translate] duration-pane ease-out data-limited:hidden',
        'data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0',
      )}
    >
      <BaseToast.Content className="flex items-start gap-3 py-2 ps-3 pe-2">
        <Icon icon={icons[tone]} size="bar" className={cn('mt-1.5', iconColours[tone])} />
        <div className="flex min-w-0 flex-1 flex-col py-1.5">
          <BaseToast.Title className="text-ui font-medium wrap-anywhere" render={<div />} />
          <BaseToast.Description className="text-ui text-fg-muted wrap-anywhere" />
        </div>
        {toast.actionProps && <BaseToast.Action render={<Button size="small">{toast.actionProps.children}</Button>} />}
        <BaseToast.Close render={<IconButton icon={X} size="small" label={labels.dismiss} className="mt-0.5" />} />
      </BaseToast.Content>
    </BaseToast.Root>
  );
}
