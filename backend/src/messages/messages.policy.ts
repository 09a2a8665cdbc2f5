import { hasPermission, type MessageType } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

interface Authored {
  authorId: string;
  type: MessageType;
  /** Of an announcement elsewhere, which alone its author may change. */
  isCopy: boolean;
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
  'POLL_RESULT',
]);

export const isNotice = (type: MessageType): boolean => notices.has(type);

/** What somebody wrote, and can be handed on. */
export const canForward = (type: MessageType): boolean => type === 'DEFAULT' || type === 'REPLY' || type === 'FORWARD' || type === 'VOICE';

const settled: ReadonlySet<MessageType> = new Set(['FORWARD', 'POLL', 'VOICE']);

/**
 * Only the author, and only while they may write: a timed-out member may only read. What was forwarded or
 * recorded stays what somebody said, and what people voted on what it was.
 */
export const canEdit = (caller: Caller, access: ChannelAccess, message: Authored): boolean =>
  isBy(caller, message) && !settled.has(message.type) && hasPermission(access.permissions, 'SEND_MESSAGES');

/** The author, also where a channel became read-only; moderators any. Whoever may only read for now deletes nothing. */
export function canDelete(caller: Caller, access: ChannelAccess, message: Authored): boolean {
  if (hasPermission(access.permissions, 'MANAGE_MESSAGES')) return true;
  return isBy(caller, message) && !access.restricted;
}

/** Whoever wrote it, and those who may take it away; but no notice and no copy. */
export const canPublish = (caller: Caller, access: ChannelAccess, message: Authored): boolean =>
  isBy(caller, message)
    ? hasPermission(access.permissions, 'SEND_MESSAGES')
    : !message.isCopy && !notices.has(message.type) && hasPermission(access.permissions, 'MANAGE_MESSAGES');

const isBy = ({ userId }: Caller, { authorId, type, isCopy }: Authored): boolean => authorId === userId && !notices.has(type) && !isCopy;

/** @throws VALIDATION where nothing of the message would be left */
export function requireWords({ attachments }: { attachments: readonly unknown[] | null }, content: string): void {
  if (content.trim() !== '' || (attachments?.length ?? 0) > 0) return;
  throw new ProblemError('VALIDATION', { errors: [{ path: 'body.content', message: 'must not be empty' }] });
}
