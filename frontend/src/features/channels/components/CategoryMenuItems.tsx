import { Plus, Settings, Trash2 } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator } from '@/ui';
import type { CategoryHeaderProps } from './CategoryHeader';
import { MoveItems } from './MoveItems';

export default function CategoryMenuItems({ category, actions }: Pick<CategoryHeaderProps, 'category' | 'actions'>) {
  const { t } = useTranslation();
  const { onCreateIn, onSetUp, moves, onDelete } = actions;
  return (
    <>
      {onCreateIn && (
        <MenuItem icon={Plus} onSelect={() => onCreateIn(category.id)}>
          {t('channels.create')}
        </MenuItem>
      )}
      {onSetUp && (
        <MenuItem icon={Settings} onSelect={() => onSetUp(category.id)}>
          {t('channels.setUpCategory')}
        </MenuItem>
      )}
      {moves && <MoveItems id={category.id} moves={moves} />}
      {onDelete && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={() => onDelete(category.id)}>
            {t('channels.deleteCategory')}
          </MenuItem>
        </>
      )}
    </>
  );
}
