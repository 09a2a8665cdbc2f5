import type { Channel } from '@hearth/contract';
import { Ellipsis, Users } from 'lucide-react';
import { Suspense } from 'react';
import { partnerOf, useConversationState } from '@/features/conversations';
import { ConversationAvatar, ConversationMenuItems, useConversationName } from '@/features/conversations/components';
import { BubblesContext, Conversation, PinsButton } from '@/features/messages/components';
import { usePresence, useStatusText } from '@/features/presence';
import { useRelationship } from '@/features/relationships';
import { closeSearch, useSearchPane } from '@/features/search';
import { useMe } from '@/features/users';
import { ProfileTrigger } from '@/features/users/components';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';
import { useBreakpoint } from '@/lib/use-media-query';
import { IconButton, Menu, MenuItem } from '@/ui';
import { usePanes } from '../panes-store';
import { useOverlay } from '../use-overlay';
import { conversationDialogs } from './conversation-dialogs';
import { SearchButton } from './late-buttons';
import { directExtras } from './message-extras';
import { WayBack } from './WayBack';

const MediaItem = lazyPart(() => import('./MediaItem'));

/** A DM or group that is open. */
export function ConversationPane({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const me = useMe();
  const name = useConversationName(channel);
  const partner = partnerOf(channel, me.id);
  const blocks = useRelationship(partner?.id ?? '')?.type === 'BLOCKED';
  const isGroup = channel.type === 'GROUP_DM';
  const phone = !useBreakpoint('tablet');
  return (
    <>
      <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
        <div className="flex h-header min-w-0 flex-1 items-center gap-2 px-2 desktop:ps-4">
          <WayBack channel={channel} />
          <ConversationAvatar channel={channel} size={24} />
          <h1 dir="auto" className="min-w-0 truncate text-heading font-semibold">
            {partner ? <ProfileTrigger userId={partner.id}>{name}</ProfileTrigger> : name}
          </h1>
          <div className="min-w-0 flex-1">{partner && <LastSeen userId={partner.id} />}</div>
          <PinsButton channel={channel} canPin={!blocks} />
          <SearchButton />
          {isGroup && !phone && <PeopleButton />}
          <OptionsMenu channel={channel} hasPeople={isGroup && phone} />
        </div>
      </header>
      <BubblesContext value={phone ? (isGroup ? 'group' : 'direct') : null}>
        <Conversation
          channel={channel}
          title={name}
          canSend={!blocks}
          canModerate={false}
          extras={directExtras}
          refusal={blocks && partner ? t('conversations.blocked', { name: nameOf(partner) }) : undefined}
        />
      </BubblesContext>
    </>
  );
}

/** What a person's status says, or when they were here last. */
function LastSeen({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const presence = usePresence(userId);
  const { status, lastSeenAt } = presence;
  const text = useStatusText(presence);
  const said =
    status === 'offline' && lastSeenAt ? t('conversations.lastSeen', { when: format.relative(lastSeenAt) }) : t(`status.${status}`);
  return (
    <p dir="auto" className="truncate text-ui text-fg-subtle max-tablet:hidden">
      {text || said}
    </p>
  );
}

function PeopleButton() {
  const { t } = useTranslation();
  const pane = useOverlay('pane');
  const desktop = useBreakpoint('desktop');
  const { showsMembers, toggleMembers } = usePanes();
  const isSearching = useSearchPane((search) => search.isOpen);
  const isShown = showsMembers && !isSearching;
  const toggle = () => {
    if (isSearching) closeSearch();
    if (!isSearching || !showsMembers) toggleMembers();
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

/** @param hasPeople who is in it stands here too: there is no room for a button */
function OptionsMenu({ channel, hasPeople }: { channel: Channel; hasPeople: boolean }) {
  const { t } = useTranslation();
  const pane = useOverlay('pane');
  const state = useConversationState(channel.id);
  if (!state) return null;
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('conversations.more')} tooltipSide="bottom" />}>
      {hasPeople && (
        <MenuItem icon={Users} onSelect={() => pane.open('members')}>
          {t('members.show')}
        </MenuItem>
      )}
      <Suspense>
        <MediaItem channelId={channel.id} />
      </Suspense>
      <ConversationMenuItems conversation={{ ...state, channel }} dialogs={conversationDialogs} />
    </Menu>
  );
}
