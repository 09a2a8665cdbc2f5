import type { Channel } from '@hearth/contract';
import { useMemo } from 'react';
import { channelsOf, firstUnreadSeq, isCounted, readStateOf, threadsIn } from '@/features/channels';
import { conversationName, partnerOf, useConversations } from '@/features/conversations';
import { useFriends } from '@/features/relationships';
import { useServers } from '@/features/servers';
import { useMe } from '@/features/users';
import { nameOf, useFormat } from '@/i18n';
import { useSettled } from '@/lib/use-settled';
import { useFoundPlaces } from '../queries';
import { ranked, type Place } from '../switcher';
import { useUses, weights } from '../uses-store';

const isUnread = (channel: Channel): boolean => isCounted(channel.id) && firstUnreadSeq(channel, readStateOf(channel.id)) !== null;

/** Where somebody may want to go, best first. */
export function usePlaces(typed: string): Place[] {
  const settled = useSettled(typed.replace(/^[@#*]/, '').trim(), 150);
  const { data: found } = useFoundPlaces(settled);
  const held = useHeldPlaces();
  const uses = useUses((state) => state.uses);
  const servers = useServers();
  return useMemo(() => {
    const serverName = (serverId: string) => servers.find(({ id }) => id === serverId)?.name ?? '';
    const known = new Set(held.map(({ kind, id }) => `${kind} ${id}`));
    const partners = new Set(
      held.flatMap((place) =>
        place.kind === 'conversation' ? (place.channel.recipients ?? []).map(({ id }) => (place.channel.type === 'DM' ? id : '')) : [],
      ),
    );
    const channels = (found?.channels ?? []).map((channel): Place => ({
      kind: 'channel',
      ...channel,
      detail: serverName(channel.serverId),
      isUnread: false,
    }));
    const people = (found?.users ?? []).map((user): Place => ({
      ...{ kind: 'person', id: user.id, name: nameOf(user), detail: user.username, user, isUnread: false },
    }));
    const all = [...held, ...[...channels, ...people].filter(({ kind, id }) => !known.has(`${kind} ${id}`))];
    const alone = all.filter((place) => place.kind !== 'person' || !partners.has(place.id));
    return ranked(alone, typed.trim(), weights(uses));
  }, [held, found, servers, typed, uses]);
}

/** What the device knows by itself: all channels, servers, conversations and friends. */
function useHeldPlaces(): Place[] {
  const me = useMe();
  const format = useFormat();
  const servers = useServers();
  const { conversations } = useConversations();
  const friends = useFriends();
  return useMemo(() => {
    const inServers = servers.flatMap(({ id, name, icon }): Place[] => {
      const channels = [...channelsOf(id).get(), ...channelsOf(threadsIn(id)).get()].filter(({ type }) => type !== 'CATEGORY');
      return [
        { kind: 'server', id, name, detail: '', icon, isUnread: false },
        ...channels.map((channel): Place => ({
          ...{
            kind: 'channel',
            id: channel.id,
            name: channel.name,
            detail: name,
            serverId: id,
            type: channel.type,
            isUnread: isUnread(channel),
          },
        })),
      ];
    });
    const direct = conversations.map(({ channel }): Place => ({
      ...{ kind: 'conversation', id: channel.id, channel, isUnread: isUnread(channel) },
      name: conversationName(channel, me.id, format.list),
      detail: partnerOf(channel, me.id)?.username ?? '',
    }));
    const people = friends.map((user): Place => ({
      ...{ kind: 'person', id: user.id, name: nameOf(user), detail: user.username, user, isUnread: false },
    }));
    return [...inServers, ...direct, ...people];
  }, [servers, conversations, friends, me.id, format]);
}
