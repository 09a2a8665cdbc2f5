import { Archive, ArrowLeft, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, EmptyState, ErrorState, IconButton, ScrollArea, SkeletonGroup, Skeleton } from '@/ui';
import { useConversations } from '@/features/conversations';
import { ConversationItem } from './ConversationItem';
import type { ConversationDialogs } from './ConversationMenuItems';

export interface ConversationListProps {
  activeChannelId: string | null;
  dialogs: ConversationDialogs;
  onNew: () => void;
}

/** The DMs and groups one is in: pinned ones first, then by the last activity. The archive lies behind them. */
export function ConversationList(props: ConversationListProps) {
  const [showsArchive, setShowsArchive] = useState(false);
  const { t } = useTranslation();
  return (
    <ScrollArea label={t('conversations.list')} className="flex-1 px-2 pb-2">
      {showsArchive && (
        <div className="flex items-center gap-1 pt-2 pb-1">
          <IconButton icon={ArrowLeft} mirrored size="small" label={t('conversations.toList')} onClick={() => setShowsArchive(false)} />
          <h3 className="text-ui font-semibold">{t('conversations.archiveTitle')}</h3>
        </div>
      )}
      <Listed key={String(showsArchive)} archived={showsArchive} onOpenArchive={() => setShowsArchive(true)} {...props} />
    </ScrollArea>
  );
}

function Listed({
  archived,
  onOpenArchive,
  activeChannelId,
  dialogs,
  onNew,
}: ConversationListProps & { archived: boolean; onOpenArchive: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { conversations, hasMore, isLoadingMore, error, loadMore } = useConversations(archived);
  if (conversations.length === 0 && isLoadingMore) return <ListSkeleton />;
  if (conversations.length === 0 && error) {
    return (
      <ErrorState title={t('conversations.failed')} onRetry={loadMore}>
        {errorText(error)}
      </ErrorState>
    );
  }
  return (
    <>
      {conversations.length === 0 && <Nothing archived={archived} onNew={onNew} />}
      <ul className="flex flex-col gap-px pt-1">
        {conversations.map((conversation) => (
          <li key={conversation.channel.id}>
            <ConversationItem conversation={conversation} selected={conversation.channel.id === activeChannelId} dialogs={dialogs} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="ghost" size="small" className="mt-2 w-full" loading={isLoadingMore} onClick={loadMore}>
          {t('common.showMore')}
        </Button>
      )}
      {!archived && (
        <Button variant="ghost" size="small" icon={Archive} className="mt-2 w-full" onClick={onOpenArchive}>
          {t('conversations.archiveTitle')}
        </Button>
      )}
    </>
  );
}

function Nothing({ archived, onNew }: { archived: boolean; onNew: () => void }) {
  const { t } = useTranslation();
  if (archived) return <EmptyState icon={Archive} title={t('conversations.archiveEmpty')} className="p-4" />;
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t('conversations.none')}
      className="p-4"
      action={
        <Button variant="primary" onClick={onNew}>
          {t('conversations.new')}
        </Button>
      }
    >
      {t('conversations.noneHint')}
    </EmptyState>
  );
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('conversations.loading')} className="flex flex-col gap-3 px-2 pt-3">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="flex items-center gap-2">
          <Skeleton shape="circle" className="size-10" />
          <div className="flex flex-1 flex-col gap-1.5">
            <Skeleton className="w-1/2" />
            <Skeleton className="w-4/5" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}
