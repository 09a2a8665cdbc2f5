import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '@/ui';

export function MoveItems({ onMove }: { onMove: (step: -1 | 1) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <MenuItem icon={ArrowUp} onSelect={() => onMove(-1)}>
        {t('channels.moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} onSelect={() => onMove(1)}>
        {t('channels.moveDown')}
      </MenuItem>
    </>
  );
}
