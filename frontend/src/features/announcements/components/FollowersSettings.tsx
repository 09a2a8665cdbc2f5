import type { Channel, Follower } from '@hearth/contract';
import { Megaphone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { Avatar, Banner, ConfirmDialog, DataList, DataRow, EmptyState, IconButton } from '@/ui';
import { useIsOpen } from '@/features/servers';
import { useFollowed, useFollowers, useUnfollowChannel } from '@/features/announcements';

/** Who follows an announcement channel. */
export default function FollowersSettings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const list = useFollowers(channel.id);
  const isOpen = useIsOpen(channel);
  const ends = (
    <Ends
      label={t('announcements.followers')}
      list={list}
      empty={
        <EmptyState icon={Megaphone} title={t('announcements.noFollowers')}>
          {t('announcements.noFollowersText')}
        </EmptyState>
      }
      endsOf={(follower) => ({ channelId: channel.id, targetId: follower.channelId })}
    />
  );
  if (isOpen) return ends;
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="info" className="rounded-card">
        {t('announcements.hidden')}
      </Banner>
      {ends}
    </div>
  );
}

/** What a channel follows. */
export function FollowedSettings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const { data, status, refetch } = useFollowed(channel.id);
  const list = {
    items: data ?? [],
    status: ({ pending: 'loading', error: 'error', success: 'ready' } as const)[status],
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    retry: () => void refetch(),
  };
  return (
    <Ends
      label={t('announcements.following')}
      list={list}
      empty={
        <EmptyState icon={Megaphone} title={t('announcements.followsNone')}>
          {t('announcements.followsNoneText')}
        </EmptyState>
      }
      endsOf={(followed) => ({ channelId: followed.channelId, targetId: channel.id })}
    />
  );
}

interface EndsProps {
  label: string;
  list: ReturnType<typeof useFollowers>;
  empty: React.ReactNode;
  endsOf: (follower: Follower) => { channelId: string; targetId: string };
}

function Ends({ label, list, empty, endsOf }: EndsProps) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<Follower | null>(null);
  return (
    <>
      <DataList label={label} list={list} keyOf={({ channelId }) => channelId} empty={empty} errorTitle={t('announcements.failed')}>
        {(follower) => <End follower={follower} onRemove={() => setLeaving(follower)} />}
      </DataList>
      {leaving && <Unfollow follower={leaving} ends={endsOf(leaving)} onClose={() => setLeaving(null)} />}
    </>
  );
}

function End({ follower, onRemove }: { follower: Follower; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { serverId, serverName, channelName, creator, createdAt } = follower;
  const since = creator ? t('announcements.since', { name: nameOf(creator), date: format.date(createdAt) }) : format.date(createdAt);
  return (
    <DataRow
      leading={<Avatar id={serverId} name={serverName} size={32} shape="square" />}
      title={channelName === null ? serverName : `${serverName} · #${channelName}`}
      detail={since}
      actions={<IconButton icon={Trash2} label={t('announcements.unfollowOf', { server: serverName })} onClick={onRemove} />}
    />
  );
}

interface UnfollowProps {
  follower: Follower;
  ends: { channelId: string; targetId: string };
  onClose: () => void;
}

function Unfollow({ follower, ends, onClose }: UnfollowProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const unfollow = useUnfollowChannel();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('announcements.unfollowTitle')}
      description={t('announcements.unfollowText', { server: follower.serverName })}
      confirmLabel={t('announcements.unfollow')}
      busy={unfollow.isPending}
      error={unfollow.error ? errorText(unfollow.error) : undefined}
      onConfirm={() => unfollow.mutate(ends, { onSuccess: onClose })}
    />
  );
}
