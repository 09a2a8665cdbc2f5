import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer } from 'virtua';
import { useFormat } from '@/i18n';
import { cn } from '@/lib/cn';
import { ErrorState, ScrollArea, Skeleton, SkeletonGroup } from '@/ui';
import { PresenceAvatar, usePresentIds } from '@/features/presence/components';
import { useMembers } from '@/features/servers';
import { useMe } from '@/features/users';
import { memberRows, nameOf, type MemberRow } from './member-rows';

export interface MemberListProps {
  serverId: string;
}

/** The members of a server: who is here, and who is not. */
export function MemberList({ serverId }: MemberListProps) {
  const { t } = useTranslation();
  const members = useMembers(serverId);
  if (members.status === 'loading') return <MembersSkeleton />;
  if (members.status === 'error') return <ErrorState title={t('members.failed')} onRetry={members.retry} />;
  return <Rows {...members} />;
}

/** From this many rows before the end the next page is on its way. */
const AHEAD = 20;

function Rows({ items, hasMore, loadMore }: Pick<ReturnType<typeof useMembers>, 'items' | 'hasMore' | 'loadMore'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const present = usePresentIds();
  const meId = useMe().id;
  const rows = useMemo(() => memberRows(items, present), [items, present]);
  const loadNearEnd = (element: HTMLElement) => {
    const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (hasMore && rest < (element.scrollHeight / Math.max(1, rows.length)) * AHEAD) loadMore();
  };
  return (
    <ScrollArea label={t('members.title')} className="flex-1 px-2 pb-2" onScroll={(event) => loadNearEnd(event.currentTarget)}>
      <Virtualizer data={rows} as="ul" item="li">
        {(row) =>
          row.kind === 'heading' ? (
            <h3 key={row.key} className="px-2 pt-4 pb-1 text-meta font-semibold text-fg-subtle">
              {t(`members.${row.group}`, { number: format.number(row.count) })}
            </h3>
          ) : (
            <MemberItem key={row.key} row={row} meId={meId} />
          )
        }
      </Virtualizer>
    </ScrollArea>
  );
}

interface MemberItemProps {
  row: Extract<MemberRow, { kind: 'member' }>;
  meId: string;
}

const MemberItem = memo(function MemberItem({ row: { member, isPresent }, meId }: MemberItemProps) {
  return (
    <div className={cn('flex h-11 min-w-0 items-center gap-2.5 px-2 text-ui', !isPresent && 'text-fg-subtle')}>
      <PresenceAvatar user={member.user} size={32} own={member.user.id === meId} className={isPresent ? '' : 'saturate-50'} />
      <bdi className="truncate font-medium">{nameOf(member)}</bdi>
    </div>
  );
});

function MembersSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('members.loading')} className="px-4 pt-4">
      <div className="flex flex-col gap-4">
        <Skeleton className="w-20" />
        {['w-28', 'w-24', 'w-32', 'w-20', 'w-28'].map((width, index) => (
          <div key={index} className="flex items-center gap-2.5">
            <Skeleton shape="circle" className="size-8" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}
