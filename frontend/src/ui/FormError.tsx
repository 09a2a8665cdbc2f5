import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** What went wrong with a whole form, read out when it appears. Keep it rendered: an empty one takes no space. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <p className="flex items-start gap-2 rounded-card bg-danger-subtle px-3 py-2 text-ui text-danger-text">
          <Icon icon={CircleAlert} className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">{children}</span>
        </p>
      )}
    </div>
  );
}
