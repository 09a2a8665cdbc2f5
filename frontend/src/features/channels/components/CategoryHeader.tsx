import type { Channel } from '@hearth/contract';
import { ChevronDown, Ellipsis, Plus } from 'lucide-react';

import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { ContextMenu, Icon, IconButton, Menu } from '@/ui';
import { lazyPart } from '@/lib/lazy-part';
import type { CategoryMoves } from './use-channel-moves';

const CategoryMenuItems = lazyPart(() => import('./CategoryMenuItems'));

/** What may be done with a category. Left out: not allowed. */
export interface CategoryActions {
  onCreateIn?: (categoryId: string) => void;
  onSetUp?: (categoryId: string) => void;
  onDelete?: (categoryId: string) => void;
  moves?: CategoryMoves;
}

export interface CategoryHeaderProps {
  category: Channel;
  listId: string;
  collapsed: boolean;
  onToggle: () => void;
  actions: CategoryActions;
}

export function CategoryHeader({ category, listId, collapsed, onToggle, actions }: CategoryHeaderProps) {
  const isManaged = Object.keys(actions).length > 0;
  const header = (
    <div className="group/category flex items-center pb-0.5">
      <h3 className="flex min-w-0 flex-1">
        <button
          type="button"
          aria-expanded={!collapsed}
          aria-controls={listId}
          onClick={onToggle}
          className="flex min-h-7 min-w-0 flex-1 items-center gap-1 rounded-card px-1 text-start text-meta font-semibold text-fg-subtle transition-colors hover:text-fg pointer-coarse:min-h-touch"
        >
          <Icon
            icon={ChevronDown}
            size="small"
            className={cn('transition-[rotate] duration-fast', collapsed && '-rotate-90 rtl:rotate-90')}
          />
          <bdi className="truncate">{category.name}</bdi>
        </button>
      </h3>
      {isManaged && <HeaderButtons category={category} actions={actions} />}
    </div>
  );
  return isManaged ? <ContextMenu items={<CategoryMenuItems category={category} actions={actions} />}>{header}</ContextMenu> : header;
}

function HeaderButtons({ category, actions }: Pick<CategoryHeaderProps, 'category' | 'actions'>) {
  const { t } = useTranslation();
  const { onCreateIn } = actions;
  return (
    <span className="flex pe-1 opacity-0 transition-opacity group-hover/category:opacity-100 has-focus-visible:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100">
      <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('channels.actions', { name: category.name })} />}>
        <CategoryMenuItems category={category} actions={actions} />
      </Menu>
      {onCreateIn && (
        <IconButton
          icon={Plus}
          size="small"
          label={t('channels.createIn', { category: category.name })}
          className="pointer-coarse:hidden"
          onClick={() => onCreateIn(category.id)}
        />
      )}
    </span>
  );
}
