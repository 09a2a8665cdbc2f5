import type { ReactNode } from 'react';

export interface AuthCardProps {
  title: string;
  subtitle?: ReactNode;
  /** Instead of the app's sign: whom one is joining. */
  picture?: ReactNode;
  /** The other way to go: "Already have an account?" */
  footer?: ReactNode;
  children: ReactNode;
}

/** One calm card in the middle of the page. */
export function AuthCard({ title, subtitle, picture, footer, children }: AuthCardProps) {
  return (
    <main className="flex min-h-full flex-col items-center bg-sidebar tablet:justify-center tablet:p-6">
      <div className="flex w-full flex-1 flex-col gap-6 bg-canvas p-6 pt-[max(2.5rem,env(safe-area-inset-top))] pb-[max(1.5rem,env(safe-area-inset-bottom))] tablet:max-w-dialog-small tablet:flex-none tablet:rounded-dialog tablet:p-8 tablet:shadow-float">
        <header className="flex flex-col items-center gap-1 text-center">
          {picture ?? <img src="/icon.svg" alt="" className="size-14" />}
          <h1 className="mt-3 text-title font-semibold text-balance wrap-anywhere">{title}</h1>
          {subtitle && <p className="text-body text-balance text-fg-muted wrap-anywhere">{subtitle}</p>}
        </header>
        {children}
        {footer && <footer className="flex flex-wrap items-baseline justify-center gap-x-1.5 text-ui text-fg-muted">{footer}</footer>}
      </div>
    </main>
  );
}
