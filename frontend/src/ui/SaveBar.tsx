import { cn } from '@/lib/cn';
import { Button } from './Button';
import { useUiLabels } from './labels';

export interface SaveBarProps {
  /** Something was changed and not stored. */
  dirty: boolean;
  onReset: () => void;
  onSave: () => void;
  saving?: boolean;
  /** What keeps it from being saved, if anything does. */
  error?: string;
  disabled?: boolean;
  /** The person wanted to go without saving. */
  urgent?: boolean;
}

/** Stands at the lower edge of a page with a form as long as there is something to save. */
export function SaveBar({ dirty, onReset, onSave, saving = false, error, disabled, urgent = false }: SaveBarProps) {
  const labels = useUiLabels();
  if (!dirty && !saving) return null;
  return (
    <div data-save-bar="" className="sticky bottom-0 z-1 -mx-2 mt-auto pt-6 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <div
        role="status"
        className={cn(
          'flex flex-wrap items-center justify-end gap-2 rounded-card bg-popover py-2 ps-4 pe-2 shadow-float transition-shadow',
          urgent && 'ring-2 ring-warning',
        )}
      >
        <p className={cn('min-w-40 flex-1 text-ui', error ? 'text-danger-text' : 'text-fg')}>
          {error ?? (urgent ? labels.saveFirst : labels.unsavedChanges)}
        </p>
        <div className="flex gap-2">
          <Button variant="ghost" onClick={onReset} disabled={saving}>
            {labels.reset}
          </Button>
          <Button variant="primary" onClick={onSave} loading={saving} disabled={disabled}>
            {labels.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
