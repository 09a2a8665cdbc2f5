import { hasPermission, type ChannelType } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

interface Authored {
  authorId: string;
}

const withoutMessages: ReadonlySet<ChannelType> = new Set(['CATEGORY', 'FORUM']);

export const holdsMessages = (type: ChannelType): boolean => !withoutMessages.has(type);

/** Only the author, and only while they may write: a timed-out member may only read. */
export const canEdit = (caller: Caller, access: ChannelAccess, message: Authored): boolean =>
  message.authorId === caller.userId && hasPermission(access.permissions, 'SEND_MESSAGES');

/** The author, also where a channel became read-only; moderators any. Whoever may only read for now deletes nothing. */
export function canDelete(caller: Caller, access: ChannelAccess, message: Authored): boolean {
  if (hasPermission(access.permissions, 'MANAGE_MESSAGES')) return true;
  return message.authorId === caller.userId && !access.restricted;
}
