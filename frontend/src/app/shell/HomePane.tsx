import type { Channel } from '@hearth/contract';
import { MessagesSquare, SquarePen } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from '@/i18n';
import { noteShown } from '@/features/messages';
import { Button, EmptyState } from '@/ui';
import type { HomePage } from '../use-place';
import { newConversation } from './conversation-dialogs';
import { ConversationPane } from './ConversationPane';
import { FriendsPane } from './FriendsPane';
import { InboxPane } from './InboxPane';
import { StarredPane } from './StarredPane';

/** What is open beside the servers. */
export default function HomePane({ page, channel }: { page: HomePage | null; channel: Channel | undefined }) {
  const hasMessages = channel !== undefined;
  useEffect(() => {
    if (!hasMessages) noteShown();
  }, [hasMessages]);
  if (channel) return <ConversationPane key={channel.id} channel={channel} />;
  if (page === 'starred') return <StarredPane />;
  if (page === 'inbox') return <InboxPane />;
  return page === 'friends' ? <FriendsPane /> : <NoConversation />;
}

function NoConversation() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-1 items-center">
      <EmptyState
        icon={MessagesSquare}
        level={1}
        title={t('conversations.pick')}
        action={
          <Button variant="primary" icon={SquarePen} onClick={newConversation}>
            {t('conversations.new')}
          </Button>
        }
      >
        {t('conversations.pickHint')}
      </EmptyState>
    </div>
  );
}
