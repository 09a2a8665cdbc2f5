import { useTranslation } from '@/i18n';
import type { Emoji } from '../catalogue';
import type { PickerRow } from '../picker-rows';
import type { Tone } from '../tones';
import { EmojiView } from './EmojiView';
import { GroupHeading } from './GroupHeading';
import { PickerCell, type PickerCellsProps } from './PickerCell';

export interface EmojiRowProps extends PickerCellsProps<Emoji> {
  row: PickerRow;
  tone: Tone;
}

export function EmojiRow({ row, tone, ...cells }: EmojiRowProps) {
  const { t } = useTranslation();
  if (row.kind === 'heading') return <GroupHeading>{t(`emoji.groups.${row.section}`)}</GroupHeading>;
  if (row.kind === 'server') return <GroupHeading>{row.name}</GroupHeading>;
  return (
    <div className="flex">
      {row.items.map((emoji, index) => (
        <PickerCell
          key={emoji.char}
          {...cells}
          item={emoji}
          place={row.first + index}
          label={emoji.name}
          className="size-9 text-title pointer-coarse:size-11"
        >
          <EmojiView emoji={emoji} tone={tone} />
        </PickerCell>
      ))}
    </div>
  );
}
