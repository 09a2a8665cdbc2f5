import { useTranslation } from '@/i18n';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { Spinner } from '@/ui';

/** Floats over the list: something in it would push it about. */
export function LoadingOlder({ active }: { active: boolean }) {
  const { t } = useTranslation();
  const visible = useDelayedFlag(active);
  return (
    visible && (
      <div className="pointer-events-none absolute inset-x-0 top-[calc(0.75rem+var(--now-playing,0rem))] flex justify-center">
        <span className="grid size-8 place-items-center rounded-full bg-popover text-fg-muted shadow-float">
          <Spinner label={t('conversation.loadingOlder')} />
        </span>
      </div>
    )
  );
}
