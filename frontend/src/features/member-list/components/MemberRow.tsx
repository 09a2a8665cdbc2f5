import type { MemberRow as Row } from '@hearth/contract';
import { Crown } from 'lucide-react';
import { memo } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Avatar, Icon, NameText, VisuallyHidden } from '@/ui';
import { useStatusText } from '@/features/presence';

/** Shows more of somebody, beside the row that was chosen. */
export type OpenProfile = (userId: string, anchor: HTMLElement) => void;

export interface MemberRowProps {
  row: Row;
  /** That of their roles; null without one. */
  color: number | null;
  /** Counted from the top of the list, without headings. */
  index: number;
  own: boolean;
  owner: boolean;
  /** In the tab order. */
  active: boolean;
  onOpen: OpenProfile | undefined;
}

export const MemberRow = memo(function MemberRow({ row, color, index, own, owner, active, onOpen }: MemberRowProps) {
  const { user, nickname } = row.member;
  const isAway = row.status === 'offline';
  return (
    <button
      type="button"
      data-member-row={index}
      data-user-id={user.id}
      tabIndex={active ? 0 : -1}
      aria-haspopup={onOpen && 'dialog'}
      onClick={(event) => onOpen?.(user.id, event.currentTarget)}
      className={cn(
        'flex h-touch w-full min-w-0 items-center gap-2.5 rounded-card px-2 text-start text-ui transition-colors duration-fast hover:bg-hover hover:text-fg active:bg-active',
        isAway && 'text-fg-subtle',
      )}
    >
      <Avatar
        id={user.id}
        name={nickname ?? nameOf(user)}
        picture={user.avatar}
        size={32}
        presence={row.status}
        own={own}
        className={isAway ? 'saturate-50' : ''}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex min-w-0 items-center gap-1">
          <NameText name={nickname ?? nameOf(user)} color={color} className="truncate font-medium" />
          {owner && <OwnerMark />}
        </span>
        <StatusText row={row} />
      </span>
    </button>
  );
});

function OwnerMark() {
  const { t } = useTranslation();
  return (
    <span className="flex shrink-0 text-fg-subtle">
      <Icon icon={Crown} size="small" />
      <VisuallyHidden>{t('members.owner')}</VisuallyHidden>
    </span>
  );
}

function StatusText({ row }: { row: Row }) {
  const text = useStatusText(row);
  if (text === '') return null;
  return (
    <span dir="auto" className="truncate text-match-parent text-meta text-fg-subtle">
      {text}
    </span>
  );
}
