import { hasPermission, type ChannelType, type MessageType } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

interface Authored {
  authorId: string;
  type: MessageType;
}

/** Nobody wrote them: their author is whom they tell of. */
const notices: ReadonlySet<MessageType> = new Set([
  'MEMBER_JOIN',
  'PIN',
  'NAME_CHANGE',
  'RECIPIENT_ADD',
  'RECIPIENT_REMOVE',
  'ICON_CHANGE',
  'THREAD_CREATED',
  'AUTOMOD_ALERT',
]);

const withoutMessages: ReadonlySet<ChannelType> = new Set(['CATEGORY', 'FORUM']);

export const holdsMessages = (type: ChannelType): boolean => !withoutMessages.has(type);

/** Only the author, and only while they may write: a timed-out member may only read. */
export const canEdit = (caller: Caller, access: ChannelAccess, message: Authored): boolean =>
  isBy(caller, message) && hasPermission(access.permissions, 'SEND_MESSAGES');

/** The author, also where a channel became read-only; moderators any. Whoever may only read for now deletes nothing. */
export function canDelete(caller: Caller, access: ChannelAccess, message: Authored): boolean {
  if (hasPermission(access.permissions, 'MANAGE_MESSAGES')) return true;
  return isBy(caller, message) && !access.restricted;
}

const isBy = ({ userId }: Caller, { authorId, type }: Authored): boolean => authorId === userId && !notices.has(type);
