import { createContext, Suspense, use, useState, type ReactNode } from 'react';
import { useIdle } from '@/lib/use-idle';
import { ToasterBody } from './lazy-overlays';
import { ToastQueue, type ToastHandle } from './toast-queue';

export type { ToastHandle, ToastOptions, ToastTone } from './toast-queue';

const ToastContext = /* @__PURE__ */ createContext<ToastHandle | null>(null);

export function useToast(): ToastHandle {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('useToast needs UiProvider around it');
  return toasts;
}

/** Brings the toaster, and with it the chunk of all overlays, once the page has come to rest. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => new ToastQueue());
  const idle = useIdle();
  return (
    <ToastContext value={queue}>
      {children}
      {idle && (
        <Suspense>
          <ToasterBody queue={queue} />
        </Suspense>
      )}
    </ToastContext>
  );
}
