import type { Channel, Request, orderChannels } from '@hearth/contract';
import type { ChannelGroup } from '@/features/channels';

export type Places = Request<typeof orderChannels>['body']['channels'];

/** Where a channel goes: into a category or none, before that place among those already there. Of a category: among the categories. */
export interface Target {
  parentId: string | null;
  index: number;
}

const idOf = (group: ChannelGroup): string | null => group.category?.id ?? null;

/** Nobody but the moved one is said to be in a category: it may be in one that the user does not see. */
const numbered = (channels: readonly Channel[]): Places => channels.map(({ id }, position) => ({ id, position }));

/** Where there is no channel without a category, there is still a place for one. */
const withLoose = (groups: readonly ChannelGroup[]): readonly ChannelGroup[] =>
  groups[0]?.category === null ? groups : [{ category: null, channels: [] }, ...groups];

const groupOf = (groups: readonly ChannelGroup[], channelId: string): ChannelGroup | undefined =>
  groups.find(({ channels }) => channels.some(({ id }) => id === channelId));

const channelIn = (groups: readonly ChannelGroup[], channelId: string): Channel | undefined =>
  groupOf(groups, channelId)?.channels.find(({ id }) => id === channelId);

type MayManage = (channel: Channel) => boolean;

/** Whoever takes a channel elsewhere manages it, and the category that it comes into; null: out of all of them. */
export const mayEnter = (channel: Channel, category: Channel | null, mayManage: MayManage): boolean =>
  mayManage(channel) && (category === null || mayManage(category));

/** Whether a move will be allowed to somebody who may order channels. */
export function mayMove(groups: readonly ChannelGroup[], channelId: string, { parentId }: Target, mayManage: MayManage): boolean {
  const [channel, from] = [channelIn(groups, channelId), groupOf(groups, channelId)];
  if (!channel || !from) return false;
  const category = groups.find((group) => group.category?.id === parentId)?.category ?? null;
  return idOf(from) === parentId || mayEnter(channel, category, mayManage);
}

/** The channels of the target's group in their new order; empty when nothing changes. */
export function placesAfterMove(groups: readonly ChannelGroup[], channelId: string, { parentId, index }: Target): Places {
  const channel = channelIn(groups, channelId);
  const there = groups.find((group) => idOf(group) === parentId)?.channels ?? [];
  if (!channel) return [];
  const from = there.indexOf(channel);
  if (from >= 0 && (index === from || index === from + 1)) return [];
  const before = there.slice(0, index).filter(({ id }) => id !== channelId);
  const after = there.slice(index).filter(({ id }) => id !== channelId);
  const places = numbered([...before, channel, ...after]);
  return from >= 0 ? places : places.map((place) => (place.id === channelId ? { ...place, parentId } : place));
}

/**
 * One step up or down: past its neighbour, or from the edge of its category into the next one. Null where there is nowhere to go.
 * It passes over a category that it may not come into.
 */
export function stepTarget(groups: readonly ChannelGroup[], channelId: string, step: -1 | 1, mayManage: MayManage): Target | null {
  const all = withLoose(groups);
  const [channel, group] = [channelIn(all, channelId), groupOf(all, channelId)];
  if (!channel || !group) return null;
  const index = group.channels.findIndex(({ id }) => id === channelId) + step;
  if (index >= 0 && index < group.channels.length) return { parentId: idOf(group), index: step < 0 ? index : index + 1 };
  const at = all.indexOf(group);
  const beyond = step < 0 ? all.slice(0, at).reverse() : all.slice(at + 1);
  const next = beyond.find(({ category }) => mayEnter(channel, category, mayManage));
  return next ? { parentId: idOf(next), index: step < 0 ? next.channels.length : 0 } : null;
}

/** After all that are in a category now, or in none. */
export const endOf = (groups: readonly ChannelGroup[], parentId: string | null): Target => ({
  parentId,
  index: groups.find((group) => idOf(group) === parentId)?.channels.length ?? 0,
});

/** The categories in their new order, with one before a place among the present ones; empty when nothing changes. */
export function categoryPlaces(groups: readonly ChannelGroup[], categoryId: string, index: number): Places {
  const categories = groups.flatMap(({ category }) => category ?? []);
  const from = categories.findIndex(({ id }) => id === categoryId);
  const moved = categories[from];
  if (!moved || index < 0 || index > categories.length || index === from || index === from + 1) return [];
  const others = (some: readonly Channel[]) => some.filter((category) => category !== moved);
  return numbered([...others(categories.slice(0, index)), moved, ...others(categories.slice(index))]);
}

/** As `categoryPlaces`, one step up or down. */
export function categoryStep(groups: readonly ChannelGroup[], categoryId: string, step: -1 | 1): Places {
  const from = groups.flatMap(({ category }) => category ?? []).findIndex(({ id }) => id === categoryId);
  return categoryPlaces(groups, categoryId, step < 0 ? from - 1 : from + 2);
}
