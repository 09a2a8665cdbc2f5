import type { Channel, Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import { useLocation } from 'wouter';
import { call } from '@/api';
import { useErrorText, useErrorToast, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, EmptyState, ErrorState, IconButton, Skeleton, SkeletonGroup } from '@/ui';
import { pinsKey, setPinned } from '@/features/messages';
import { MessageCard } from '../MessageCard';

const PAGE = '25';

function usePins(channelId: string) {
  return useInfiniteQuery({
    queryKey: pinsKey(channelId),
    queryFn: ({ pageParam }) => call('listPins', { params: { channelId }, query: { limit: PAGE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    gcTime: 0,
  });
}

interface PinsPanelProps {
  channel: Channel;
  canPin: boolean;
  onGone: () => void;
}

/** The pinned messages of a channel, the one that was pinned last first. */
export default function PinsPanel({ channel, canPin, onGone }: PinsPanelProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const pins = usePins(channel.id);
  const messages = pins.data?.pages.flatMap((page) => page.messages) ?? [];
  if (pins.isPending)
    return (
      <SkeletonGroup className="flex flex-col gap-2">
        <Skeleton shape="block" className="h-20" />
        <Skeleton shape="block" className="h-20" />
      </SkeletonGroup>
    );
  if (pins.isError)
    return (
      <ErrorState title={t('keptMore.pinsFailed')} onRetry={() => void pins.refetch()}>
        {errorText(pins.error)}
      </ErrorState>
    );
  if (messages.length === 0)
    return (
      <EmptyState icon={Pin} title={t('keptMore.noPins')}>
        {canPin && t('keptMore.noPinsHint')}
      </EmptyState>
    );
  return (
    <ol className="flex min-h-0 flex-col gap-2 overflow-y-auto scrollbar-quiet">
      {messages.map((message) => (
        <li key={message.id}>
          <PinnedCard message={message} serverId={channel.serverId} canPin={canPin} onGone={onGone} />
        </li>
      ))}
      {pins.hasNextPage && (
        <li>
          <Button loading={pins.isFetchingNextPage} onClick={() => void pins.fetchNextPage()}>
            {t('keptMore.showMore')}
          </Button>
        </li>
      )}
    </ol>
  );
}

interface PinnedCardProps {
  message: Message;
  serverId: string | null;
  canPin: boolean;
  onGone: () => void;
}

function PinnedCard({ message, serverId, canPin, onGone }: PinnedCardProps) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [, navigate] = useLocation();
  const unpin = () => void setPinned(message, false).catch((error: unknown) => toast(t('kept.notPinned'), error));
  return (
    <MessageCard
      message={message}
      onGo={() => {
        onGone();
        navigate(paths.message(serverId, message.channelId, message.seq));
      }}
      actions={canPin && <IconButton icon={PinOff} size="small" label={t('kept.unpin')} onClick={unpin} />}
    />
  );
}
