import { useRef, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { useMediaTime } from './use-media-time';

export interface SeekBarProps {
  /** Seconds. */
  at: number;
  duration: number;
  onSeek: (seconds: number) => void;
  tabIndex?: number;
  className?: string;
  /** What it looks like. */
  children: ReactNode;
}

/** Where something is, and where it is to go on. Time runs from left to right in every language. The keys are those of what is around it. */
export function SeekBar({ at, duration, onSeek, tabIndex = 0, className, children }: SeekBarProps) {
  const { t } = useTranslation();
  const { place } = useMediaTime();
  const bar = useRef<HTMLDivElement>(null);
  const seekTo = ({ clientX }: PointerEvent) => {
    const { left = 0, width = 1 } = bar.current?.getBoundingClientRect() ?? {};
    onSeek(Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width))) * duration);
  };
  return (
    <div
      ref={bar}
      dir="ltr"
      role="slider"
      tabIndex={tabIndex}
      aria-label={t('player.seek')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(duration)}
      aria-valuenow={Math.floor(Math.min(at, duration))}
      aria-valuetext={place(at, duration)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekTo(event)}
      className={cn('relative min-w-0 flex-1 cursor-pointer touch-none rounded-chip select-none', className)}
    >
      {children}
    </div>
  );
}

/** A line of which a part is done. @param ahead how much of it is loaded */
export function Line({ done, ahead = 0 }: { done: number; ahead?: number }) {
  return (
    <span className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-(--seek-rest)">
      <span className="absolute inset-y-0 inset-s-0 rounded-full bg-(--seek-ahead)" style={{ width: percent(ahead) }} />
      <span className="absolute inset-y-0 inset-s-0 rounded-full bg-accent" style={{ width: percent(done) }} />
      <span className="absolute top-1/2 size-3 -translate-1/2 rounded-full bg-accent" style={{ left: percent(done) }} />
    </span>
  );
}

export const percent = (part: number): string => `${Math.min(1, Math.max(0, part)) * 100}%`;
