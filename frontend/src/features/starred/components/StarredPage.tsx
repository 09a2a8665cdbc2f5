import type { StarredMessage } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Star, StarOff } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { call } from '@/api';
import { useChannel } from '@/features/channels';
import { useConversationName } from '@/features/conversations/components';
import { useOpenedConversation } from '@/features/conversations';
import { setStarred, STARRED } from '@/features/messages';
import { MessageCard } from '@/features/messages/components';
import { useServer } from '@/features/servers';
import { ProfilePlace } from '@/features/users/components';
import { useErrorText, useErrorToast, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, EmptyState, ErrorState, IconButton, Skeleton, SkeletonGroup } from '@/ui';

const PAGE = '25';

function useStarred() {
  return useInfiniteQuery({
    queryKey: STARRED,
    queryFn: ({ pageParam }) => call('listStarred', { query: { limit: PAGE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    gcTime: 0,
  });
}

/** What the user starred, wherever it stands, the one that was starred last first. */
export default function StarredPage() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const query = useStarred();
  const starred = query.data?.pages.flatMap((page) => page.starred) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  // What one may see no more is left out: a page may have nothing, and not be the last.
  const isEmptyPage = starred.length === 0 && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (isEmptyPage) void fetchNextPage();
  }, [isEmptyPage, fetchNextPage]);
  if (query.isPending || isEmptyPage)
    return (
      <SkeletonGroup className="mx-auto flex w-full max-w-dialog-large flex-col gap-2 p-4">
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
      </SkeletonGroup>
    );
  if (query.isError)
    return (
      <div className="flex flex-1 items-center">
        <ErrorState title={t('keptMore.starsFailed')} onRetry={() => void query.refetch()}>
          {errorText(query.error)}
        </ErrorState>
      </div>
    );
  if (starred.length === 0)
    return (
      <div className="flex flex-1 items-center">
        <EmptyState icon={Star} title={t('keptMore.noStars')}>
          {t('keptMore.noStarsHint')}
        </EmptyState>
      </div>
    );
  return (
    <ol
      aria-label={t('kept.savedTitle')}
      className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-4 scrollbar-quiet *:mx-auto *:w-full *:max-w-dialog-large"
    >
      {starred.map((one) => (
        <li key={one.message.id}>
          <ProfilePlace value={one.serverId}>
            <StarredCard starred={one} />
          </ProfilePlace>
        </li>
      ))}
      {hasNextPage && (
        <li>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('keptMore.showMore')}
          </Button>
        </li>
      )}
    </ol>
  );
}

function StarredCard({ starred: { message, serverId, channelName } }: { starred: StarredMessage }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [, navigate] = useLocation();
  const unstar = () => void setStarred(message, false).catch((error: unknown) => toast(t('kept.notStarred'), error));
  return (
    <MessageCard
      message={message}
      place={
        serverId === null ? (
          <DirectPlace channelId={message.channelId} />
        ) : (
          <ServerPlace serverId={serverId} channelId={message.channelId} name={channelName ?? ''} />
        )
      }
      onGo={() => navigate(paths.message(serverId, message.channelId, message.seq))}
      actions={<IconButton icon={StarOff} size="small" label={t('kept.unstar')} onClick={unstar} />}
    />
  );
}

function ServerPlace({ serverId, channelId, name }: { serverId: string; channelId: string; name: string }) {
  const { t } = useTranslation();
  const server = useServer(serverId);
  const channel = useChannel(channelId);
  return t('keptMore.place', { channel: `#${channel?.name ?? name}`, server: server?.name ?? '' });
}

/** One that is not held is asked for. */
function DirectPlace({ channelId }: { channelId: string }) {
  const channel = useOpenedConversation(channelId);
  return channel ? <DirectName channel={channel} /> : null;
}

function DirectName({ channel }: { channel: Parameters<typeof useConversationName>[0] }) {
  return <bdi>{useConversationName(channel)}</bdi>;
}
