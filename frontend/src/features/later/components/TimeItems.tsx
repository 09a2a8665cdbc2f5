import { Clock } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import type { Choice } from '../choices';

type Name = 'minutes20' | 'hour' | 'hours3' | 'evening' | 'tomorrow' | 'monday' | 'nextWeek';

interface TimeItemsProps {
  choices: readonly Choice<Name>[];
  disabled?: boolean;
  onChoose: (at: number) => void;
  /** Another time, where that is offered. */
  onPick?: () => void;
}

/** Times to choose from, each with what it is on the clock. */
export function TimeItems({ choices, disabled, onChoose, onPick }: TimeItemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {choices.map(({ name, at }) => (
        <MenuItem key={name} disabled={disabled} onSelect={() => onChoose(at)}>
          <span className="flex items-baseline justify-between gap-6">
            {t(`later.${name}`)}
            <span className="text-meta text-fg-subtle tabular-nums">{format.upcoming(at)}</span>
          </span>
        </MenuItem>
      ))}
      {onPick && (
        <MenuItem icon={Clock} disabled={disabled} onSelect={onPick}>
          {t('later.pick')}
        </MenuItem>
      )}
    </>
  );
}
