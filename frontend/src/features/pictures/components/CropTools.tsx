import { RotateCw } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { IconButton, Slider } from '@/ui';
import { mostZoom, zoomed, type Box, type Placing, type View } from '../crop';
import { shapes, type PictureOf } from '../kinds';
import type { OpenedPicture } from '../picture-file';
import { Cropped } from './Cropped';

export interface CropToolsProps {
  view: View;
  placing: Placing;
  onPlace: (change: (placing: Placing) => Placing) => void;
  /** Not of what moves: it is turned by nobody. */
  onTurn: (() => void) | undefined;
}

/** How near, and which side is up. */
export function CropTools({ view, placing, onPlace, onTurn }: CropToolsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = mostZoom(view);
  return (
    <div className="flex items-end gap-4">
      <Slider
        label={t('pictures.zoom')}
        min={1}
        max={Math.max(most, 1.01)}
        step={0.01}
        disabled={most === 1}
        value={placing.zoom}
        formatValue={format.percent}
        onValueChange={(zoom) => onPlace((held) => zoomed(view, held, zoom))}
        className="flex-1"
      />
      {onTurn && <IconButton icon={RotateCw} label={t('pictures.turn')} onClick={onTurn} />}
    </div>
  );
}

/** In pixels, as it stands in the profile, beside messages and in lists. */
const SIDES = ['size-20', 'size-10', 'size-6'] as const;

export interface PreviewsProps {
  of: PictureOf;
  picture: OpenedPicture;
  box: Box;
  turns: number;
}

/** As it will be seen, in the sizes in which it is. A banner is seen as wide as its frame. */
export function Previews({ of, picture, box, turns }: PreviewsProps) {
  const { t } = useTranslation();
  if (of === 'banner') return null;
  return (
    <figure className="flex items-center gap-4">
      <figcaption className="text-meta text-fg-subtle">{t('pictures.preview')}</figcaption>
      {SIDES.map((side) => (
        <span
          key={side}
          aria-hidden
          dir="ltr"
          className={cn('relative shrink-0 overflow-hidden', side, of === 'icon' ? 'rounded-card' : shapes[of].mask)}
        >
          <Cropped picture={picture} box={box} turns={turns} />
        </span>
      ))}
    </figure>
  );
}
