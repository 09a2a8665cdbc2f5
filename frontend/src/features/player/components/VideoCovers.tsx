import { Download, FastForward, Play, Rewind } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Button, Icon, NativeButton } from '@/ui';
import type { Film } from '../sound';
import { useMediaTime } from './use-media-time';

interface BigPlayProps {
  name: string;
  duration: number | undefined;
  onPlay: () => void;
  tabIndex: number | undefined;
}

/** Over what has not been played. */
export function BigPlay({ name, duration, onPlay, tabIndex }: BigPlayProps) {
  const { t } = useTranslation();
  const { clock } = useMediaTime();
  return (
    <>
      <NativeButton
        tabIndex={tabIndex}
        aria-label={t('player.play', { name })}
        onClick={onPlay}
        className="absolute inset-0 m-auto grid size-14 place-items-center rounded-full bg-accent text-on-accent shadow-float transition-colors duration-fast hover:bg-accent-hover"
      >
        <Icon icon={Play} size="bar" className="size-6 ps-0.5" />
      </NativeButton>
      {duration !== undefined && (
        <span className="pointer-events-none absolute inset-s-2 bottom-2 rounded-chip bg-stage px-1.5 py-0.5 text-meta font-medium tabular-nums">
          {clock(duration)}
        </span>
      )}
    </>
  );
}

/** In the place of what this browser cannot play. */
export function Failed({ film: { name, download }, tabIndex }: { film: Film; tabIndex: number | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-stage p-4 text-center text-ui">
      {t('player.failed')}
      <Button icon={Download} tabIndex={tabIndex} render={<a href={download} download={name} />}>
        {t('player.download')}
      </Button>
    </div>
  );
}

/** How far it was skipped just now. */
export function Skipped({ by }: { by: number }) {
  const format = useFormat();
  if (by === 0) return null;
  return (
    <span
      aria-hidden
      dir="ltr"
      className={`pointer-events-none absolute inset-y-0 grid w-1/3 place-items-center ${by < 0 ? 'inset-s-0' : 'inset-e-0'}`}
    >
      <span className="flex flex-col items-center rounded-full bg-stage p-3 text-meta font-semibold tabular-nums">
        <Icon icon={by < 0 ? Rewind : FastForward} size="bar" />
        {format.number(Math.abs(by))}
      </span>
    </span>
  );
}
