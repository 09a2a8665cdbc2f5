import type { Reminder } from '@hearth/contract';
import { findChannel, useChannel } from '@/features/channels';
import { paths } from '@/lib/paths';

/** Where its message stands; null where that is not to be seen any more. */
export function pathOf({ message, channelId }: Reminder): string | null {
  const channel = findChannel(channelId);
  if (!message) return null;
  // A conversation that is not held yet is looked for when it is opened.
  return paths.message(channel?.serverId ?? null, channelId, message.seq);
}

export function usePathOf(reminder: Reminder): string | null {
  useChannel(reminder.channelId);
  return pathOf(reminder);
}
