import type { Reminder } from '@hearth/contract';
import { paths } from '@/lib/paths';

/** Where its message stands; null where that is not to be seen any more. */
export const pathOf = ({ message, serverId, channelId }: Reminder): string | null =>
  message && paths.message(serverId, channelId, message.seq);
