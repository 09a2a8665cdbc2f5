import type { Draft } from '@hearth/contract';
import { liveValue } from '@/api';

export type Drafts = Readonly<Record<string, Draft>>;

/** What the server holds, by channel. */
export const drafts = liveValue<Drafts>({}, 'drafts');

const isSame = (one: Draft | undefined, other: Draft | undefined): boolean => one?.updatedAt === other?.updatedAt;

/**
 * What is held once `ready` has told the newest drafts.
 *
 * @param most how many it tells; with so many, older ones that it leaves out may still be there
 * @param isNewer whether something later is known already
 */
export function applyReady(held: Drafts, told: readonly Draft[], most: number, isNewer: (draft: Draft) => boolean): Drafts {
  const oldest = told.length < most ? '' : (told.at(-1)?.updatedAt ?? '');
  const untold = Object.values(held).filter(({ updatedAt }) => updatedAt < oldest);
  const current = told.flatMap((draft) => (isNewer(draft) ? (held[draft.channelId] ?? []) : draft));
  return Object.fromEntries([...untold, ...current].map((draft) => [draft.channelId, draft]));
}

/** The channels of which something else is held than before. */
export const changedChannels = (before: Drafts, after: Drafts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((channelId) => !isSame(before[channelId], after[channelId]));
