import { BellOff, Ellipsis, Pin, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { useUnreadCount } from '@/features/channels';
import { useDraftText } from '@/features/drafts';
import { useFormat, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { useMediaQuery } from '@/lib/use-media-query';
import { Badge, ContextMenu, Icon, IconButton, ListItem, Menu, VisuallyHidden } from '@/ui';
import { isMutedNow, type ListedConversation } from '@/features/conversations';
import { ConversationAvatar } from './ConversationAvatar';
import { ConversationMenuItems, type ConversationDialogs } from './ConversationMenuItems';
import { Preview } from './Preview';
import { useConversationName } from './use-conversation-name';

export interface ConversationItemProps {
  conversation: ListedConversation;
  selected: boolean;
  dialogs: ConversationDialogs;
}

export const ConversationItem = memo(function ConversationItem({ conversation, selected, dialogs }: ConversationItemProps) {
  const { t } = useTranslation();
  const { channel } = conversation;
  const name = useConversationName(channel);
  const unread = useUnreadCount(channel.id);
  const muted = isMutedNow(conversation);
  // A button in every row would be in the way of a thumb, which can hold the row instead.
  const byThumb = useMediaQuery('(pointer: coarse)');
  const items = <ConversationMenuItems conversation={conversation} dialogs={dialogs} />;
  return (
    <ContextMenu items={items}>
      <div data-channel-id={channel.id} className="[--avatar-ring:var(--color-sidebar)]">
        <ListItem
          leading={<ConversationAvatar channel={channel} size={40} />}
          selected={selected}
          unread={unread > 0 && !muted}
          muted={muted}
          detail={<Detail conversation={conversation} selected={selected} />}
          trailing={<Aside conversation={conversation} unread={unread} muted={muted} />}
          actions={
            !byThumb && (
              <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('conversations.actions', { name })} />}>{items}</Menu>
            )
          }
          render={<Link href={paths.channel(null, channel.id)} draggable={false} />}
        >
          {name}
        </ListItem>
      </div>
    </ContextMenu>
  );
});

/** What is written and not sent, where it is not on screen; else what was said last. */
function Detail({ conversation: { channel, lastMessage }, selected }: Pick<ConversationItemProps, 'conversation' | 'selected'>) {
  const { t } = useTranslation();
  const draft = useDraftText(channel.id).replaceAll(/\s+/g, ' ').trim();
  if (draft !== '' && !selected) return t('drafts.says', { text: draft.slice(0, 120) });
  return lastMessage ? <Preview message={lastMessage} isGroup={channel.type === 'GROUP_DM'} /> : t('conversations.nothingYet');
}

/** When it was last active, and what waits there. */
function Aside({ conversation, unread, muted }: { conversation: ListedConversation; unread: number; muted: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastMessage, pinnedAt } = conversation;
  return (
    <span className="flex shrink-0 flex-col items-end gap-0.5 self-start pt-0.5 text-meta text-fg-subtle tabular-nums">
      {lastMessage && <time dateTime={lastMessage.createdAt}>{format.short(lastMessage.createdAt)}</time>}
      <span className="flex h-4 items-center gap-1">
        {muted && <Mark icon={BellOff} label={t('conversations.muted')} />}
        {pinnedAt && <Mark icon={Pin} label={t('conversations.pinned')} />}
        {unread > 0 && <Badge count={unread} tone={muted ? 'neutral' : 'danger'} label={t('channels.unread', { count: unread })} />}
      </span>
    </span>
  );
}

function Mark({ icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <>
      <Icon icon={icon} size="small" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
}
