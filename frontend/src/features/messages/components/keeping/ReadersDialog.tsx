import type { Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '@/api';
import { useErrorText } from '@/i18n';
import { Avatar, Button, Dialog, EmptyState, ErrorState, ListItem, Skeleton } from '@/ui';

const PAGE = '50';

/** Who has read an own message, of those who let others know. */
export default function ReadersDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('keptMore.readBy')} size="small">
      <Readers messageId={message.id} />
    </Dialog>
  );
}

function useReaders(messageId: string) {
  return useInfiniteQuery({
    queryKey: ['readers', messageId],
    queryFn: ({ pageParam }) => call('listSeen', { params: { messageId }, query: { limit: PAGE, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ users, hasMore }) => (hasMore ? users?.at(-1)?.id : undefined),
    gcTime: 0,
  });
}

function Readers({ messageId }: { messageId: string }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useReaders(messageId);
  if (isPending)
    return (
      <div className="flex flex-col gap-2">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    );
  if (error)
    return (
      <ErrorState title={t('keptMore.readersFailed')} onRetry={() => void refetch()}>
        {errorText(error)}
      </ErrorState>
    );
  if (data.pages.some(({ users }) => users === null))
    return (
      <EmptyState icon={EyeOff} title={t('keptMore.readersUnsaid')}>
        {t('keptMore.readersUnsaidHint')}
      </EmptyState>
    );
  const users = data.pages.flatMap((page) => page.users ?? []);
  if (users.length === 0)
    return (
      <EmptyState icon={Eye} title={t('keptMore.noReaders')}>
        {t('keptMore.noReadersHint')}
      </EmptyState>
    );
  return (
    <ul className="flex flex-col">
      {users.map(({ id, displayName, avatar }) => (
        <li key={id}>
          <ListItem leading={<Avatar id={id} name={displayName} src={avatar} size={24} />}>{displayName}</ListItem>
        </li>
      ))}
      {hasNextPage && (
        <li className="mx-auto mt-2">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('keptMore.showMore')}
          </Button>
        </li>
      )}
    </ul>
  );
}
