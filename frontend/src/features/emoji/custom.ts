import { customEmojiId, type Expression } from '@hearth/contract';
import { useMemo } from 'react';
import { heldUsable, labelled, useUsable } from '@/features/expressions';
import { servers, useServers } from '@/features/servers';
import type { Emoji } from './catalogue';

/** The emoji of a server, or its stickers. */
export interface OfServer<T> {
  id: string;
  name: string;
  icon: string | null;
  list: readonly T[];
}

type Named = { id: string; name: string; icon: string | null };

/** In the order of the list. */
export function byServer<T>(list: readonly T[], serverOf: (one: T) => string, all: readonly Named[]): OfServer<T>[] {
  return [...Map.groupBy(list, serverOf)].flatMap(([serverId, own]) => {
    const server = all.find(({ id }) => id === serverId);
    return server ? { id: server.id, name: server.name, icon: server.icon, list: own } : [];
  });
}

/** Of `partyParrot_2`, what may be looked for. */
const wordsOf = (name: string): string[] => name.split(/_|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');

function emojiOf(expressions: readonly Expression[], all: readonly Named[]): Emoji[] {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return [...labelled(expressions)].map(([label, { id, name, serverId }]) => ({
    char: `${name}:${id}`,
    codes: [label],
    name: label,
    words: wordsOf(name),
    custom: { id, serverName: names.get(serverId) ?? '' },
  }));
}

export interface CustomEmojis {
  groups: readonly OfServer<Emoji>[];
  all: readonly Emoji[];
}

/** What servers have that may be written in a channel, or reacted with: that of its server first. */
export function useCustomEmoji(channelId: string): CustomEmojis {
  const usable = useUsable(channelId, 'EMOJI');
  const all = useServers();
  return useMemo(() => {
    const emoji = emojiOf(usable, all);
    const places = new Map(usable.map(({ id, serverId }) => [id, serverId]));
    return { all: emoji, groups: byServer(emoji, ({ custom }) => places.get(custom?.id ?? '') ?? '', all) };
  }, [usable, all]);
}

/** The same outside of React, as far as it is held. */
export const heldCustomEmoji = (channelId: string): Emoji[] => emojiOf(heldUsable(channelId, 'EMOJI') ?? [], servers.get());

/** What an emoji that was used is now: an own one of a server may have another name, or be gone. */
export function currentOf(custom: readonly Emoji[]): (char: string) => string | undefined {
  const byId = new Map(custom.map((emoji) => [emoji.custom?.id, emoji.char]));
  return (char) => {
    const id = customEmojiId(char);
    return id === null ? char : byId.get(id);
  };
}

/** `:wave:` for what servers have, the others as they are: to write, to say and to be read. */
export const writtenEmoji = ({ char, codes, custom }: Emoji): string => (custom ? `:${codes[0] ?? ''}:` : char);

/** What a reaction is called. */
export const reactionName = (emoji: string): string => (customEmojiId(emoji) === null ? emoji : `:${emoji.split(':')[0] ?? ''}:`);
