export type ToastTone = 'info' | 'success' | 'warning' | 'danger';

export interface ToastOptions {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** One act, such as Undo. The toast then stays 8 seconds. */
  action?: { label: string; onClick: () => void };
  /** Another act beside it. */
  other?: { label: string; onClick: () => void };
  /** Milliseconds; 0 keeps it until it is closed. */
  timeout?: number;
}

export interface ToastHandle {
  /** Shows a toast and returns its id. */
  show: (options: ToastOptions) => string;
  dismiss: (id: string) => void;
}

/** What shows toasts, once it is there. */
export interface ToastSink {
  add: (id: string, options: ToastOptions) => void;
  close: (id: string) => void;
}

/** Keeps toasts until the toaster has loaded, then hands them on. */
export class ToastQueue implements ToastHandle {
  private sink: ToastSink | null = null;
  private waiting: { id: string; options: ToastOptions }[] = [];
  private count = 0;

  readonly show = (options: ToastOptions): string => {
    this.count += 1;
    const id = `toast-${this.count}`;
    if (this.sink) this.sink.add(id, options);
    else this.waiting.push({ id, options });
    return id;
  };

  readonly dismiss = (id: string): void => {
    this.sink?.close(id);
    this.waiting = this.waiting.filter((toast) => toast.id !== id);
  };

  /** Returns what takes the sink away again. */
  readonly connect = (sink: ToastSink): (() => void) => {
    this.sink = sink;
    for (const { id, options } of this.waiting.splice(0)) sink.add(id, options);
    return () => {
      if (this.sink === sink) this.sink = null;
    };
  };
}
