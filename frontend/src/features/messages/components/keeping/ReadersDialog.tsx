import type { Message } from '@hearth/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { call } from '@/api';
import { pagedList } from '@/features/servers';
import { useSettings } from '@/features/settings';
import { DataList, Dialog, EmptyState } from '@/ui';
import { PersonRow } from '../PersonRow';

const PAGE = '50';

/** Who has read an own message, of those who let others know. */
export default function ReadersDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  const { readReceipts } = useSettings();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('keptMore.readBy')} size="small">
      <DataList
        label={t('keptMore.readBy')}
        list={useReaders(message.id)}
        keyOf={({ id }) => id}
        errorTitle={t('keptMore.readersFailed')}
        empty={readReceipts ? <Nobody /> : <Unsaid />}
        className="min-h-40"
      >
        {(user) => <PersonRow user={user} />}
      </DataList>
    </Dialog>
  );
}

/** Nobody, for whoever keeps their own reading to themselves. */
function useReaders(messageId: string) {
  const query = useInfiniteQuery({
    queryKey: ['readers', messageId],
    queryFn: ({ pageParam }) => call('listSeen', { params: { messageId }, query: { limit: PAGE, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ users }) => users ?? []),
    gcTime: 0,
  });
  return pagedList(query);
}

function Nobody() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Eye} title={t('keptMore.noReaders')}>
      {t('keptMore.noReadersHint')}
    </EmptyState>
  );
}

function Unsaid() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={EyeOff} title={t('keptMore.readersUnsaid')}>
      {t('keptMore.readersUnsaidHint')}
    </EmptyState>
  );
}
