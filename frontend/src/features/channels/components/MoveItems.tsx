import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import type { Moves } from './use-channel-moves';

export function MoveItems({ id, moves }: { id: string; moves: Moves }) {
  const { t } = useTranslation();
  return (
    <>
      {moves.mayStep(id, -1) && (
        <MenuItem icon={ArrowUp} onSelect={() => moves.step(id, -1)}>
          {t('channels.moveUp')}
        </MenuItem>
      )}
      {moves.mayStep(id, 1) && (
        <MenuItem icon={ArrowDown} onSelect={() => moves.step(id, 1)}>
          {t('channels.moveDown')}
        </MenuItem>
      )}
    </>
  );
}
