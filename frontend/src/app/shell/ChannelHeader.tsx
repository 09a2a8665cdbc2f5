import type { Channel } from '@hearth/contract';
import { Ellipsis, Users } from 'lucide-react';

import { useTranslation } from '@/i18n';
import { ChannelIcon } from '@/features/channels/components';
import { PinsButton } from '@/features/messages/components';
import { useCan } from '@/features/servers';
import { closeSearch, useSearchPane } from '@/features/search';
import { useBreakpoint } from '@/lib/use-media-query';
import { IconButton, Menu, Popover } from '@/ui';
import { lazyPart } from '@/lib/lazy-part';
import { usePanes } from '../panes-store';
import { useChannelRights } from './use-channel-rights';
import { useOverlay } from '../use-overlay';
import { SearchButton, ThreadsButton } from './late-buttons';
import { TopicText } from './TopicText';
import { WayBack } from './WayBack';

const Items = lazyPart(() => import('./ChannelHeaderItems'));

export interface ChannelHeaderProps {
  channel: Channel;
  onInvite: (() => void) | undefined;
}

export function ChannelHeader({ channel, onInvite }: ChannelHeaderProps) {
  const hasRoom = useBreakpoint('tablet');
  return (
    <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
      <div className="flex h-header min-w-0 flex-1 items-center gap-1 px-2 desktop:ps-4">
        <WayBack channel={channel} />
        <ChannelIcon type={channel.type} size="bar" className="me-1 text-fg-subtle max-tablet:hidden" />
        <div className="flex min-w-0 flex-1 items-baseline gap-3">
          <h1 className="max-w-full min-w-0 shrink-0 truncate text-heading font-semibold">
            <bdi>
              <span className="tablet:hidden">#</span>
              {channel.name}
            </bdi>
          </h1>
          {showsTopic(channel) && <Topic topic={channel.topic} />}
        </div>
        {(channel.type === 'TEXT' || channel.type === 'ANNOUNCEMENT') && <ThreadsButton channel={channel} />}
        {channel.type !== 'FORUM' && <ChannelPins channel={channel} />}
        <SearchButton />
        {hasRoom && <MembersButton />}
        <ChannelMenu channel={channel} onInvite={onInvite} />
      </div>
    </header>
  );
}

function ChannelPins({ channel }: { channel: Channel }) {
  const canPin = useCan(channel.serverId ?? '', 'MANAGE_MESSAGES', channel.id);
  return <PinsButton channel={channel} canPin={canPin} />;
}

/** The view of a forum begins with it. */
const showsTopic = (channel: Channel): channel is Channel & { topic: string } => channel.topic !== null && channel.type !== 'FORUM';

/** The beginning of it on one line, and behind that the whole. */
function Topic({ topic }: { topic: string }) {
  const { t } = useTranslation();
  return (
    <Popover
      title={t('channels.topic')}
      align="start"
      className="w-96"
      trigger={
        <button
          type="button"
          dir="auto"
          className="min-w-0 truncate rounded-chip text-start text-ui text-fg-subtle transition-colors duration-fast hover:text-fg max-tablet:hidden"
        >
          {topic}
        </button>
      }
    >
      <TopicText topic={topic} />
    </Popover>
  );
}

/** A thread beside the conversation takes the place of the members, and so does the search. */
export function MembersButton() {
  const { t } = useTranslation();
  const pane = useOverlay('pane');
  const thread = useOverlay('thread');
  const desktop = useBreakpoint('desktop');
  const { showsMembers, toggleMembers } = usePanes();
  const isSearching = useSearchPane((search) => search.isOpen);
  const isCovered = thread.value !== null || isSearching;
  const isShown = showsMembers && !isCovered;
  const toggle = () => {
    if (isSearching) closeSearch();
    else if (isCovered) thread.close();
    if (!isCovered || !showsMembers) toggleMembers();
  };
  return (
    <IconButton
      icon={Users}
      label={t(desktop && isShown ? 'members.hide' : 'members.show')}
      pressed={desktop ? isShown : undefined}
      tooltipSide="bottom"
      onClick={desktop ? toggle : () => pane.open('members')}
    />
  );
}

function ChannelMenu({ channel, onInvite }: ChannelHeaderProps) {
  const { t } = useTranslation();
  const may = useChannelRights(channel.serverId ?? '');
  const [canSetUp, canManage] = [may.setUp(channel), may.manage(channel)];
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('channels.actions', { name: channel.name })} tooltipSide="bottom" />}>
      <Items channel={channel} onInvite={onInvite} canSetUp={canSetUp} canManage={canManage} />
    </Menu>
  );
}
