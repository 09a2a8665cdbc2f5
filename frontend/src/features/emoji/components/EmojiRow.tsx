import { useTranslation } from 'react-i18next';
import { cn } from '@/lib/cn';
import type { Emoji } from '../catalogue';
import type { PickerRow } from '../picker-rows';
import { withTone, type Tone } from '../tones';

export interface EmojiRowProps {
  row: PickerRow;
  tone: Tone;
  /** The place that has the highlight. */
  active: number;
  listId: string;
  onPick: (emoji: Emoji, more: boolean) => void;
  onPoint: (place: number) => void;
}

export function EmojiRow({ row, tone, active, listId, onPick, onPoint }: EmojiRowProps) {
  const { t } = useTranslation();
  if (row.kind === 'heading') {
    if (row.section === 'found') return null;
    return (
      <p role="presentation" className="px-1 pt-2 pb-1 text-meta font-medium text-fg-subtle">
        {t(`emoji.groups.${row.section}`)}
      </p>
    );
  }
  return (
    <div className="flex">
      {row.emoji.map((emoji, index) => {
        const place = row.first + index;
        return (
          <button
            key={place}
            id={`${listId}-${place}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            aria-label={emoji.name}
            onClick={(event) => onPick(emoji, event.shiftKey)}
            onPointerMove={() => place !== active && onPoint(place)}
            // The focus stays in the field.
            onPointerDown={(event) => event.preventDefault()}
            className={cn(
              'grid size-9 shrink-0 place-items-center rounded-card text-title select-none pointer-coarse:size-11',
              place === active && 'bg-active',
            )}
          >
            {withTone(emoji.char, tone)}
          </button>
        );
      })}
    </div>
  );
}
