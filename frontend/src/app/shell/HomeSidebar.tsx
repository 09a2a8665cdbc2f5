import { Inbox, SquarePen, Star, Users } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { ConversationList } from '@/features/conversations/components';
import { useMentionsElsewhere } from '@/features/mentions';
import { useRequestCount } from '@/features/relationships';
import { paths } from '@/lib/paths';
import { Badge, Icon, IconButton, ListItem } from '@/ui';
import type { HomePage } from '../use-place';
import { conversationDialogs, newConversation } from './conversation-dialogs';
import ResizeHandle from './ResizeHandle';

interface HomeSidebarProps {
  page: HomePage;
  activeChannelId: string | null;
  resizable: boolean;
}

/** Beside the servers: friends, and the conversations with people. */
export default function HomeSidebar({ page, activeChannelId, resizable }: HomeSidebarProps) {
  const { t } = useTranslation();
  const requests = useRequestCount();
  const mentions = useMentionsElsewhere([]);
  return (
    <nav aria-label={t('conversations.home')} className="relative flex min-w-0 flex-1 flex-col bg-sidebar">
      <header className="flex h-header shrink-0 items-center gap-1 border-b border-line ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate text-heading font-semibold">{t('conversations.title')}</h2>
        <IconButton icon={SquarePen} label={t('conversations.new')} tooltipSide="bottom" onClick={newConversation} />
      </header>
      <div className="px-2 pt-2">
        <ListItem
          leading={<Icon icon={Inbox} size="bar" className="mx-2.5 text-fg-subtle" />}
          selected={page === 'inbox'}
          trailing={mentions > 0 && <Badge count={mentions} label={t('channels.mentions', { count: mentions })} />}
          render={<Link href={paths.inbox} />}
        >
          {t('conversations.inbox')}
        </ListItem>
        <ListItem
          leading={<Icon icon={Users} size="bar" className="mx-2.5 text-fg-subtle" />}
          selected={page === 'friends'}
          trailing={requests > 0 && <Badge count={requests} label={t('friends.requestsFor', { count: requests })} />}
          render={<Link href={paths.friends} />}
        >
          {t('friends.title')}
        </ListItem>
        <ListItem
          leading={<Icon icon={Star} size="bar" className="mx-2.5 text-fg-subtle" />}
          selected={page === 'starred'}
          render={<Link href={paths.starred} />}
        >
          {t('kept.savedTitle')}
        </ListItem>
      </div>
      <ConversationList activeChannelId={activeChannelId} dialogs={conversationDialogs} onNew={newConversation} />
      {resizable && <ResizeHandle />}
    </nav>
  );
}
