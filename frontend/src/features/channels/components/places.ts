import type { Channel, Request, orderChannels } from '@hearth/contract';
import type { ChannelGroup } from '@/features/channels';

export type Places = Request<typeof orderChannels>['body']['channels'];

/** Where a channel goes: into a category or none, before that place among those already there. */
export interface Target {
  parentId: string | null;
  index: number;
}

const idOf = (group: ChannelGroup): string | null => group.category?.id ?? null;

const numbered = (channels: readonly Channel[], parentId: string | null): Places =>
  channels.map(({ id }, position) => ({ id, position, parentId }));

/** The channels of the target's group in their new order; empty when nothing changes. */
export function placesAfterMove(groups: readonly ChannelGroup[], channelId: string, { parentId, index }: Target): Places {
  const channel = groups.flatMap(({ channels }) => channels).find(({ id }) => id === channelId);
  const there = groups.find((group) => idOf(group) === parentId)?.channels ?? [];
  if (!channel) return [];
  const from = there.indexOf(channel);
  if (from >= 0 && (index === from || index === from + 1)) return [];
  const before = there.slice(0, index).filter(({ id }) => id !== channelId);
  const after = there.slice(index).filter(({ id }) => id !== channelId);
  return numbered([...before, channel, ...after], parentId);
}

/** One step up or down: past its neighbour, or from the edge of its category into the next one. Null where there is nowhere to go. */
export function stepTarget(groups: readonly ChannelGroup[], channelId: string, step: -1 | 1): Target | null {
  const groupIndex = groups.findIndex(({ channels }) => channels.some(({ id }) => id === channelId));
  const group = groups[groupIndex];
  if (!group) return null;
  const index = group.channels.findIndex(({ id }) => id === channelId) + step;
  if (index >= 0 && index < group.channels.length) return { parentId: idOf(group), index: step < 0 ? index : index + 1 };
  const neighbour = groups[groupIndex + step];
  return neighbour ? { parentId: idOf(neighbour), index: step < 0 ? neighbour.channels.length : 0 } : null;
}

/** After all that are in a category now, or in none. */
export const endOf = (groups: readonly ChannelGroup[], parentId: string | null): Target => ({
  parentId,
  index: groups.find((group) => idOf(group) === parentId)?.channels.length ?? 0,
});

/** The categories in their new order; empty when the step leads nowhere. */
export function categoryPlaces(groups: readonly ChannelGroup[], categoryId: string, step: -1 | 1): Places {
  const categories = groups.flatMap(({ category }) => category ?? []);
  const from = categories.findIndex(({ id }) => id === categoryId);
  const to = from + step;
  const [moved, displaced] = [categories[from], categories[to]];
  if (!moved || !displaced) return [];
  return numbered(
    categories.map((category) => (category === moved ? displaced : category === displaced ? moved : category)),
    null,
  );
}
