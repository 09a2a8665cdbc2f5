import { hasPermission, type Channel } from '@hearth/contract';
import type { ReactNode } from 'react';
import { useFormat } from '@/i18n';
import { channelsOf } from '@/features/channels';
import { ChannelIcon } from '@/features/channels/components';
import { conversationName, partnerOf, useConversations } from '@/features/conversations';
import { ConversationAvatar } from '@/features/conversations/components';
import { useFriends, useRelationships } from '@/features/relationships';
import { permissionsIn, useServers, type HeldServer } from '@/features/servers';
import { useMe } from '@/features/users';
import { Avatar } from '@/ui';

/** Where a message can be handed on to. */
export interface Target {
  key: string;
  /** Null for a friend with whom there is no conversation yet. */
  channel: Channel | null;
  userId: string | null;
  label: string;
  detail: string;
  leading: ReactNode;
}

const written: ReadonlySet<Channel['type']> = new Set(['TEXT', 'ANNOUNCEMENT', 'VOICE']);

function channelTargets(server: HeldServer): Target[] {
  const now = Date.now();
  return channelsOf(server.id)
    .get()
    .filter((channel) => written.has(channel.type) && hasPermission(permissionsIn(server, channel, now), 'SEND_MESSAGES'))
    .map((channel) => ({
      key: channel.id,
      channel,
      userId: null,
      label: channel.name,
      detail: server.name,
      leading: (
        <span className="grid size-6 place-items-center text-fg-subtle">
          <ChannelIcon type={channel.type} size="bar" />
        </span>
      ),
    }));
}

/** Conversations in the order of their list, friends, then the channels of servers in which one may write. */
export function useTargets(): Target[] {
  const format = useFormat();
  const meId = useMe().id;
  const blocked = new Set(useRelationships().flatMap(({ type, user }) => (type === 'BLOCKED' ? [user.id] : [])));
  const direct = useConversations().conversations.flatMap<Target>(({ channel }) => {
    const partner = partnerOf(channel, meId);
    if (partner && blocked.has(partner.id)) return [];
    return [
      {
        key: channel.id,
        channel,
        userId: partner?.id ?? null,
        label: conversationName(channel, meId, format.list),
        detail: partner?.username ?? '',
        leading: <ConversationAvatar channel={channel} size={24} />,
      },
    ];
  });
  const known = new Set(direct.flatMap(({ userId }) => userId ?? []));
  const friends = useFriends()
    .filter(({ id }) => !known.has(id))
    .map<Target>(({ id, displayName, username, avatar }) => ({
      key: id,
      channel: null,
      userId: id,
      label: displayName,
      detail: username,
      leading: <Avatar id={id} name={displayName} picture={avatar} size={24} />,
    }));
  return [...direct, ...friends, ...useServers().flatMap(channelTargets)];
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word that was typed begins a word of the target, wherever. */
export function matching(targets: readonly Target[], query: string): Target[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return targets.filter(({ label, detail }) => {
    const text = ` ${folded(`${label} ${detail}`).replaceAll(/[-_.#]+/g, ' ')}`;
    return words.every((word) => text.includes(` ${word.replace(/^[#@]/, '')}`));
  });
}
