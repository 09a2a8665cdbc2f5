import type { Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AtSign } from 'lucide-react';
import { useLocation } from 'wouter';
import { call } from '@/api';
import { useChannel } from '@/features/channels';
import { MessageCard } from '@/features/messages/components';
import { useServerOfChannel } from '@/features/servers';
import { ProfilePlace } from '@/features/users/components';
import { useErrorText, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, EmptyState, ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { PlaceName } from './PlaceName';

const PAGE = '25';

const useMentions = () =>
  useInfiniteQuery({
    queryKey: ['mentions'],
    queryFn: ({ pageParam }) => call('listMentions', { query: { limit: PAGE, before: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ messages, hasMore }) => (hasMore ? messages.at(-1)?.id : undefined),
    // Looked at anew each time.
    gcTime: 0,
  });

/** The newest first. */
export function Mentions() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMentions();
  if (isPending)
    return (
      <SkeletonGroup className="flex flex-col gap-2">
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
      </SkeletonGroup>
    );
  if (error)
    return (
      <ErrorState title={t('inbox.failed')} onRetry={() => void refetch()}>
        {errorText(error)}
      </ErrorState>
    );
  const messages = data.pages.flatMap((page) => page.messages);
  if (messages.length === 0)
    return (
      <EmptyState icon={AtSign} title={t('inbox.noMentions')}>
        {t('inbox.noMentionsHint')}
      </EmptyState>
    );
  return (
    <ol className="flex flex-col gap-2">
      {messages.map((message) => (
        <li key={message.id}>
          <MentionCard message={message} />
        </li>
      ))}
      {hasNextPage && (
        <li className="mx-auto">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        </li>
      )}
    </ol>
  );
}

function MentionCard({ message }: { message: Message }) {
  const [, navigate] = useLocation();
  const channel = useChannel(message.channelId);
  const serverId = useServerOfChannel(message.channelId)?.id ?? channel?.serverId ?? null;
  return (
    <ProfilePlace value={serverId}>
      <MessageCard
        message={message}
        place={<PlaceName channelId={message.channelId} />}
        onGo={() => navigate(paths.message(serverId, message.channelId, message.seq))}
      />
    </ProfilePlace>
  );
}
