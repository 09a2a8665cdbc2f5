import type { Channel } from '@hearth/contract';
import type { HeldConversation, HeldConversations } from './cache';

export interface ListedConversation extends HeldConversation {
  channel: Channel;
}

const activeAt = ({ channel, lastMessage }: ListedConversation): string =>
  [channel.createdAt, channel.lastMessageAt ?? '', lastMessage?.createdAt ?? ''].reduce((latest, at) => (at > latest ? at : latest));

/** As the server lists them: pinned ones first, then by the last activity. */
export function inOrder(channels: readonly Channel[], held: HeldConversations, archived: boolean): ListedConversation[] {
  const listed = channels.flatMap((channel): ListedConversation[] => {
    const conversation = held[channel.id];
    return conversation && (conversation.archivedAt !== null) === archived ? [{ ...conversation, channel }] : [];
  });
  return listed
    .map((conversation) => ({ conversation, key: `${conversation.pinnedAt ? 1 : 0}${activeAt(conversation)}` }))
    .sort((a, b) =>
      a.key === b.key ? (BigInt(a.conversation.channel.id) < BigInt(b.conversation.channel.id) ? 1 : -1) : a.key < b.key ? 1 : -1,
    )
    .map(({ conversation }) => conversation);
}
