import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { IconButton } from '@/ui';
import { setVolume, toggleMuted, usePreferences } from '../preferences';

/** How loud. Phones have keys of their own for it: there it only mutes. */
export function VolumeControl({ tabIndex, className }: { tabIndex?: number; className?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { volume, muted } = usePreferences();
  const shown = muted ? 0 : volume;
  return (
    <span className="flex shrink-0 items-center">
      <IconButton
        icon={shown === 0 ? VolumeX : shown < 0.5 ? Volume1 : Volume2}
        size="small"
        tabIndex={tabIndex}
        label={muted ? t('player.unmute') : t('player.mute')}
        onClick={toggleMuted}
        className={className}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        tabIndex={tabIndex}
        dir="ltr"
        aria-label={t('player.volume')}
        aria-valuetext={format.percent(shown)}
        value={shown}
        onChange={(event) => setVolume(Number(event.target.value))}
        // Its arrows are its own.
        onKeyDown={(event) => event.key.startsWith('Arrow') && event.stopPropagation()}
        className={cn(
          'hidden h-1 w-16 cursor-pointer appearance-none rounded-full tablet:pointer-fine:block',
          '[&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent',
          '[&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent',
        )}
        style={{ background: `linear-gradient(to right, var(--color-accent) ${shown * 100}%, var(--color-line-strong) 0)` }}
      />
    </span>
  );
}
