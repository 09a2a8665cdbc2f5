import { Upload } from 'lucide-react';
import { Icon } from '@/ui';

/** Over everything while files are dragged: where they are let go is of no matter. */
export function DropHere({ children }: { children: string }) {
  return (
    <div className="pointer-events-none fixed inset-0 z-1 grid place-items-center bg-scrim p-4">
      <p className="flex items-center gap-3 rounded-dialog border-2 border-dashed border-accent bg-popover px-8 py-10 text-heading font-semibold shadow-dialog">
        <Icon icon={Upload} size="bar" />
        {children}
      </p>
    </div>
  );
}
