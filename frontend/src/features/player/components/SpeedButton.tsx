import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { NativeButton } from '@/ui';
import { nextSpeed, usePreferences } from '../preferences';

/** How fast; the next speed with every click. */
export function SpeedButton({ tabIndex, className }: { tabIndex?: number; className?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const speed = usePreferences((preferences) => preferences.speed);
  const shown = t('player.times', { speed: format.number(speed) });
  return (
    <NativeButton
      tabIndex={tabIndex}
      aria-label={t('player.speed', { speed: shown })}
      onClick={nextSpeed}
      className={cn(
        'min-w-10 shrink-0 rounded-full bg-active px-2 py-0.5 text-meta font-semibold tabular-nums hover:bg-selected pointer-coarse:min-h-8',
        className,
      )}
    >
      <bdi>{shown}</bdi>
    </NativeButton>
  );
}
