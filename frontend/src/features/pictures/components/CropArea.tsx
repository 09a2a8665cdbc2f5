import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { VisuallyHidden } from '@/ui';
import { boxOf, middleOf, moved, zoomed, type Placing, type View } from '../crop';
import { shapes, type PictureOf } from '../kinds';
import type { OpenedPicture } from '../picture-file';
import { useHand } from '../use-hand';
import { Cropped } from './Cropped';

export interface CropAreaProps {
  of: PictureOf;
  picture: OpenedPicture;
  turns: number;
  view: View;
  placing: Placing;
  onPlace: (change: (placing: Placing) => Placing) => void;
}

/** Parts of the frame by which a key moves the picture. */
const STEP = 0.02;
const LARGE_STEP = 0.1;
const ZOOM_STEP = 1.1;

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const zooms: Record<string, number> = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP };

/** The picture behind a frame, to be moved by hand or by keys. */
export function CropArea({ of, picture, turns, view, placing, onPlace }: CropAreaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hintId = useId();
  const area = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const move = (by: { x: number; y: number }) => onPlace((held) => moved(view, held, by));
  const zoom = (factor: number) => onPlace((held) => zoomed(view, held, held.zoom * factor));
  const hand = useHand(area, frame, { onMove: move, onZoom: zoom });
  useEffect(() => area.current?.focus(), [picture]);
  const onKeyDown = (event: KeyboardEvent) => {
    const [way, factor] = [arrows[event.key], zooms[event.key]];
    if ((!way && factor === undefined) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    if (way) move({ x: way.x * step, y: way.y * step });
    else if (factor !== undefined) zoom(factor);
  };
  const at = middleOf(view, placing);
  return (
    <>
      <div
        ref={area}
        role="application"
        aria-label={t('pictures.area')}
        aria-describedby={hintId}
        // What is seen of a picture is no text: it lies the same way in every language.
        dir="ltr"
        tabIndex={0}
        {...hand}
        onKeyDown={onKeyDown}
        className="relative grid h-72 max-h-[40dvh] shrink-0 cursor-grab touch-none place-items-center overflow-hidden rounded-card bg-stage px-4 select-none active:cursor-grabbing"
      >
        <div ref={frame} className={cn('relative', of === 'banner' ? 'aspect-5/2 w-full max-w-[80dvh]' : 'aspect-square h-5/6')}>
          <Cropped picture={picture} box={boxOf(view, placing)} turns={turns} />
          <span aria-hidden className={cn('pointer-events-none absolute inset-0 crop-frame', shapes[of].mask)} />
        </div>
      </div>
      <p id={hintId} className="text-meta text-fg-subtle">
        {t('pictures.areaHint')}
      </p>
      <VisuallyHidden>
        <span role="status">{t('pictures.middle', { across: format.percent(at.x), down: format.percent(at.y) })}</span>
      </VisuallyHidden>
    </>
  );
}
