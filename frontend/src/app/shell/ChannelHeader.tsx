import type { Channel } from '@hearth/contract';
import { Ellipsis, Users } from 'lucide-react';

import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '@/features/channels/components';
import { useBreakpoint } from '@/lib/use-media-query';
import { IconButton, Menu, Tooltip } from '@/ui';
import { lazyPart } from '@/lib/lazy-part';
import { usePanes } from '../panes-store';
import { useChannelRights } from './use-channel-rights';
import { useOverlay } from '../use-overlay';
import { ThreadsButton } from './ThreadsButton';
import { WayBack } from './WayBack';

const Items = lazyPart(() => import('./ChannelHeaderItems'));

export interface ChannelHeaderProps {
  channel: Channel;
  onInvite: (() => void) | undefined;
}

export function ChannelHeader({ channel, onInvite }: ChannelHeaderProps) {
  return (
    <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
      <div className="flex h-header min-w-0 flex-1 items-center gap-1 px-2 desktop:ps-4">
        <WayBack channel={channel} />
        <ChannelIcon type={channel.type} size="bar" className="me-1 text-fg-subtle max-tablet:hidden" />
        <div className="flex min-w-0 flex-1 items-baseline gap-3">
          <h1 className="max-w-full min-w-0 shrink-0 truncate text-heading font-semibold">
            <span className="tablet:hidden">#</span>
            <bdi>{channel.name}</bdi>
          </h1>
          {channel.topic !== null && <Topic topic={channel.topic} />}
        </div>
        {(channel.type === 'TEXT' || channel.type === 'ANNOUNCEMENT') && <ThreadsButton channel={channel} />}
        <MembersButton />
        <ChannelMenu channel={channel} onInvite={onInvite} />
      </div>
    </header>
  );
}

function Topic({ topic }: { topic: string }) {
  return (
    <Tooltip content={topic} side="bottom">
      <p dir="auto" className="min-w-0 truncate text-ui text-fg-subtle max-tablet:hidden">
        {topic}
      </p>
    </Tooltip>
  );
}

/** A thread beside the conversation takes the place of the members. */
export function MembersButton() {
  const { t } = useTranslation();
  const pane = useOverlay('pane');
  const thread = useOverlay('thread');
  const desktop = useBreakpoint('desktop');
  const { showsMembers, toggleMembers } = usePanes();
  const isCovered = thread.value !== null;
  const isShown = showsMembers && !isCovered;
  const toggle = () => {
    if (isCovered) thread.close();
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
