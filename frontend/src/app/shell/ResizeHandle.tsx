import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { SIDEBAR_WIDTH, usePanes } from '../panes-store';

const STEP = 1;

/** The edge of the channel list, to be dragged or moved with the arrow keys; a double click puts it back. */
export default function ResizeHandle() {
  const { t } = useTranslation();
  const { sidebarWidth, setSidebarWidth } = usePanes();
  const [grip, setGrip] = useState<{ x: number; width: number } | null>(null);
  const isRtl = () => document.documentElement.dir === 'rtl';
  const move = (event: PointerEvent) => {
    if (!grip) return;
    const moved = ((event.clientX - grip.x) * (isRtl() ? -1 : 1)) / rem();
    setSidebarWidth(grip.width + moved);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: isRtl() ? -STEP : STEP, ArrowLeft: isRtl() ? STEP : -STEP };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setSidebarWidth(sidebarWidth + step);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('shell.resize')}
      aria-orientation="vertical"
      aria-valuemin={SIDEBAR_WIDTH.min * 16}
      aria-valuemax={SIDEBAR_WIDTH.max * 16}
      aria-valuenow={Math.round(sidebarWidth * 16)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setGrip({ x: event.clientX, width: sidebarWidth });
      }}
      onPointerMove={move}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
      onDoubleClick={() => setSidebarWidth(SIDEBAR_WIDTH.normal)}
      onKeyDown={onKeyDown}
      className={cn(
        'absolute inset-y-0 -end-1 z-1 w-2 cursor-col-resize touch-none transition-colors duration-fast hover:bg-active focus-visible:outline-offset-0',
        grip && 'bg-active',
      )}
    />
  );
}

const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);
