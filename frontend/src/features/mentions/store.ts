import { type LiveValue, liveValue, useLiveValue } from '@/api';

/** By channel, where the user is mentioned and has not read it, ascending. A channel without any has no entry. */
export type UnreadMentions = Readonly<Record<string, readonly number[]>>;

export const unreadMentions: LiveValue<UnreadMentions> = liveValue<UnreadMentions>({}, 'unread-mentions');

const none: readonly number[] = [];

function withSeqs(held: UnreadMentions, channelId: string, seqs: readonly number[]): UnreadMentions {
  const { [channelId]: before = none, ...others } = held;
  if (seqs.length === before.length) return held;
  return seqs.length === 0 ? others : { ...others, [channelId]: seqs };
}

export function addMention(held: UnreadMentions, channelId: string, seq: number): UnreadMentions {
  const seqs = held[channelId] ?? none;
  return seqs.includes(seq)
    ? held
    : withSeqs(
        held,
        channelId,
        [...seqs, seq].sort((a, b) => a - b),
      );
}

/** Leaves those of a channel that `isKept`. */
export const keepMentions = (held: UnreadMentions, channelId: string, isKept: (seq: number) => boolean): UnreadMentions =>
  withSeqs(held, channelId, (held[channelId] ?? none).filter(isKept));

export const useMentionCount = (channelId: string): number => useLiveValue(unreadMentions, (held) => held[channelId]?.length ?? 0);

/** In all channels but these together. */
export const useMentionsElsewhere = (channelIds: readonly string[]): number =>
  useLiveValue(unreadMentions, (held) =>
    Object.entries(held).reduce((sum, [id, seqs]) => (channelIds.includes(id) ? sum : sum + seqs.length), 0),
  );

/** In all of these channels together. */
export const useMentionTotal = (channelIds: readonly string[]): number =>
  useLiveValue(unreadMentions, (held) => channelIds.reduce((sum, id) => sum + (held[id]?.length ?? 0), 0));
