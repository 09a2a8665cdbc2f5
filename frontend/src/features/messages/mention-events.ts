import { findChannel, onRead } from '@/features/channels';
import { servers } from '@/features/servers';
import { me } from '@/features/users';
import type { EventHandlers } from '@/realtime';
import { dropReadMentions, forgetMentions, holdMentions, noteMention, reloadMentions } from './mentioned';

const isOwnRole = (serverId: string, roleId: string): boolean =>
  servers.get().some(({ id, me: own }) => id === serverId && own.roleIds.includes(roleId));

// At once, and without a connection too: the server's word may take long.
onRead(dropReadMentions);

/**
 * Behind the features that know channels, roles and people: what counts depends on them. Before them where it is to be seen what was held:
 * of `channel:versions` and `role:delete`.
 */
export const mentionEvents = {
  ready: ({ mentions }) => holdMentions(mentions),
  'message:new': ({ message }) => {
    noteMention(message);
    if (message.author.id === me.get()?.id) dropReadMentions(message.channelId);
  },
  'message:update': ({ message }) => noteMention(message),
  'message:delete': ({ message }) => noteMention(message),
  'message:bulk-delete': ({ channelId, seqs }) => forgetMentions(channelId, seqs),
  'channel:read': ({ channelId, markedUnreadSeq }) => {
    dropReadMentions(channelId);
    // What was read counts again.
    if (markedUnreadSeq !== null) reloadMentions();
  },
  'channel:leave': ({ channelId }) => dropReadMentions(channelId),
  'channel:delete': ({ channelId }) => dropReadMentions(channelId),
  // Messages that were lost, or that the user comes to see.
  'channel:versions': ({ channels }) => {
    if (channels.some(({ channelId, lastSeq }) => (findChannel(channelId)?.lastSeq ?? lastSeq) < lastSeq)) reloadMentions();
  },
  'channel:create': ({ lastSeq }) => {
    if (lastSeq > 0) reloadMentions();
  },
  'channel:join': reloadMentions,
  'server:create': reloadMentions,
  'server:delete': reloadMentions,
  'relationship:update': reloadMentions,
  'role:create': ({ assigned }) => {
    if (assigned) reloadMentions();
  },
  'role:delete': ({ serverId, roleId }) => {
    if (isOwnRole(serverId, roleId)) reloadMentions();
  },
  'member:update': ({ user }) => {
    if (user.id === me.get()?.id) reloadMentions();
  },
} satisfies Partial<EventHandlers>;
