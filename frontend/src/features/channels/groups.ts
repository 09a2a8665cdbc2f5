import type { Channel } from '@hearth/contract';

export interface ChannelGroup {
  category: Channel | null;
  channels: Channel[];
}

/** As they are shown: first those without a category, if there are any, then every category with its channels. */
export function groupChannels(channels: readonly Channel[]): ChannelGroup[] {
  const categories = channels.filter(({ type }) => type === 'CATEGORY');
  const known = new Set(categories.map(({ id }) => id));
  // A channel whose category the user may not see stands with those that have none.
  const groupOf = ({ parentId }: Channel) => (parentId !== null && known.has(parentId) ? parentId : null);
  const inGroup = (id: string | null) => channels.filter((channel) => channel.type !== 'CATEGORY' && groupOf(channel) === id);
  const loose = inGroup(null);
  const grouped = categories.map((category) => ({ category, channels: inGroup(category.id) }));
  return loose.length === 0 ? grouped : [{ category: null, channels: loose }, ...grouped];
}
