import type { Channel } from '@hearth/contract';
import { type Overwrite, type Target, isPrivate, viewersOf, withPrivacy } from './overwrites';

/** The kinds of channels that can be made. */
export const newChannelTypes = ['TEXT', 'ANNOUNCEMENT', 'FORUM', 'VOICE'] as const;
export type NewChannelType = (typeof newChannelTypes)[number];

/**
 * The categories in which a channel can be made, null for none of them.
 *
 * @param mayLoose whether it can stand in no category
 */
export const placesForNew = (
  channels: readonly Channel[],
  mayManage: (category: Channel) => boolean,
  mayLoose: boolean,
): (Channel | null)[] => [...(mayLoose ? [null] : []), ...channels.filter((channel) => channel.type === 'CATEGORY' && mayManage(channel))];

export interface Privacy {
  isPrivate: boolean;
  viewers: readonly Target[];
}

/** As the category has it; whoever makes a channel is among those who see it. */
export function initialPrivacy(category: Channel | undefined, everyoneId: string, self: Target | null): Privacy {
  const overwrites = category?.overwrites ?? [];
  const viewers = viewersOf(overwrites, everyoneId);
  const isThere = self === null || viewers.some(({ id }) => id === self.id);
  return { isPrivate: isPrivate(overwrites, everyoneId), viewers: isThere ? viewers : [...viewers, self] };
}

/** Undefined where the channel is as its category, and goes with it from then on. */
export function overwritesFor(category: Channel | undefined, everyoneId: string, privacy: Privacy): Overwrite[] | undefined {
  const before = category?.overwrites ?? [];
  if (privacy.isPrivate) return withPrivacy(before, everyoneId, privacy.viewers);
  return isPrivate(before, everyoneId) ? withPrivacy(before, everyoneId, null) : undefined;
}
