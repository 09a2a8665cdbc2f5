import type { Channel } from '@hearth/contract';
import { Ellipsis, PenLine } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { paths } from '@/lib/paths';
import { useMediaQuery } from '@/lib/use-media-query';
import { Badge, ContextMenu, Icon, IconButton, ListItem, Menu, VisuallyHidden } from '@/ui';
import { useUnreadCount } from '@/features/channels';
import { useHasDraft } from '@/features/drafts';
import { useMentionCount } from '@/features/mentions';
import { lazyPart } from '@/lib/lazy-part';
import { ChannelIcon } from './ChannelIcon';
import type { ChannelMoves } from './use-channel-moves';

const ChannelMenuItems = lazyPart(() => import('./ChannelMenuItems'));

/** What may be done with a channel from the list. Left out: not allowed. */
export interface ChannelActions {
  onInvite?: (channelId: string) => void;
  onExplain?: (channelId: string) => void;
  onSetUp?: (channelId: string) => void;
  onDelete?: (channelId: string) => void;
  moves?: ChannelMoves;
}

export interface ChannelItemProps {
  channel: Channel;
  selected: boolean;
  /** Shown only while there is something new in it. */
  onlyUnread: boolean;
  actionsFor: (channel: Channel) => ChannelActions;
}

export const ChannelItem = memo(function ChannelItem({ channel, selected, onlyUnread, actionsFor }: ChannelItemProps) {
  const { t } = useTranslation();
  const unread = useUnreadCount(channel.id);
  const mentions = useMentionCount(channel.id);
  const hasDraft = useHasDraft(channel.id);
  // A button in every row would be in the way of a thumb, which can hold the row instead.
  const byThumb = useMediaQuery('(pointer: coarse)');
  if (onlyUnread && unread === 0 && !selected) return null;
  const actions = actionsFor(channel);
  const items = <ChannelMenuItems channel={channel} unread={unread} actions={actions} />;
  return (
    <ContextMenu items={items}>
      <div data-channel-id={channel.id} data-unread={unread > 0 || undefined}>
        <ListItem
          leading={<ChannelIcon type={channel.type} className="text-fg-subtle" />}
          selected={selected}
          unread={unread > 0}
          trailing={
            <>
              {hasDraft && !selected && <DraftMark />}
              {mentions > 0 && <Badge count={mentions} label={t('channels.mentions', { count: mentions })} />}
              {unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
            </>
          }
          actions={actions.onSetUp && !byThumb && <ChannelMenu name={channel.name} items={items} />}
          render={<Link href={paths.channel(channel.serverId, channel.id)} draggable={false} />}
        >
          {channel.name}
        </ListItem>
      </div>
    </ContextMenu>
  );
});

function DraftMark() {
  const { t } = useTranslation();
  return (
    <span className="flex text-fg-subtle">
      <Icon icon={PenLine} size="small" />
      <VisuallyHidden>{t('drafts.mark')}</VisuallyHidden>
    </span>
  );
}

function ChannelMenu({ name, items }: { name: string; items: ReactNode }) {
  const { t } = useTranslation();
  return <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('channels.actions', { name })} />}>{items}</Menu>;
}
