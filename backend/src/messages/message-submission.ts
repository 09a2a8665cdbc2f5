import { hasPermission, type Message, type PermissionName } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { holdsMessages } from '../permissions/channel-types.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import type { Verdict } from './message-guards.js';
import type { MessageInput } from './message-preparation.js';
import { stickerOf, type MessageRow } from './messages.presenter.js';

/** A message that somebody sends and waits for. */
export interface Submission {
  caller: Caller;
  input: MessageInput;
  /** What was said of it before, when it is tried again. */
  verdicts?: Verdict[];
  resolve: (message: Message) => void;
  reject: (reason: unknown) => void;
}

export const keyOf = (authorId: string, nonce: string) => `${authorId} ${nonce}`;
export const keyOfSubmission = ({ caller, input }: Submission) => keyOf(caller.userId, input.nonce);

export function acknowledge(batch: Submission[], messages: Message[]): void {
  batch.forEach(({ resolve, verdicts = [] }, index) => {
    const message = messages[index];
    if (!message) return;
    resolve(message);
    for (const { stored } of verdicts) stored?.(message);
  });
}

/** It is not stored, or not again. */
export function drop({ verdicts = [] }: Submission): void {
  for (const { dropped } of verdicts) dropped?.();
}

export function refuse(submission: Submission, reason: unknown): void {
  drop(submission);
  submission.reject(reason);
}

// What was edited or deleted since has another content than was sent, and is the same message all the same.
export const isSame = (row: MessageRow, channelId: string, { input }: Pick<Submission, 'input'>): boolean =>
  row.channel_id === channelId &&
  (row.deleted_at !== null ||
    (row.reply_to_id === (input.replyToId ?? null) &&
      askedBy(row.poll) === askedBy(input.poll) &&
      (row.type === 'VOICE') === (input.voice ?? false) &&
      (input.stickerId === undefined || stickerOf(row)?.id === input.stickerId) &&
      hasSameFiles(row, input) &&
      (row.content === input.content || row.edited_at !== null)));

/** Some of its files may have been taken from it since. Copies have ids of their own. */
function hasSameFiles({ attachments }: MessageRow, { attachmentIds = [], filesOf }: MessageInput): boolean {
  if (filesOf !== undefined) return true;
  return (attachments !== null) === attachmentIds.length > 0 && (attachments ?? []).every(({ id }) => attachmentIds.includes(id));
}

/** Why somebody may not send this here, by what the permissions say; undefined where they may. */
export function refusalOf(check: PromiseSettledResult<ChannelAccess> | undefined, input: MessageInput): unknown {
  if (!check || check.status === 'rejected') return check?.reason ?? new ProblemError('INTERNAL');
  if (!holdsMessages(check.value.channel.type)) return new ProblemError('VALIDATION', { detail: 'This channel holds no messages' });
  const missing = missingFor(input, check.value.permissions);
  return missing && new ProblemError('MISSING_PERMISSION', { detail: `This needs ${missing}` });
}

function missingFor({ poll, attachmentIds = [], filesOf, voice }: MessageInput, permissions: bigint): PermissionName | undefined {
  const lacks = (name: PermissionName) => !hasPermission(permissions, name);
  if (lacks('SEND_MESSAGES')) return 'SEND_MESSAGES';
  if (poll && lacks('SEND_POLLS')) return 'SEND_POLLS';
  if ((attachmentIds.length > 0 || filesOf !== undefined) && lacks('ATTACH_FILES')) return 'ATTACH_FILES';
  return voice && lacks('SEND_VOICE_MESSAGES') ? 'SEND_VOICE_MESSAGES' : undefined;
}

/** Those whose author and nonce came earlier in the batch apart. */
export function splitRepeated(batch: Submission[]): { first: Submission[]; repeated: Submission[] } {
  const seen = new Set<string>();
  const first: Submission[] = [];
  const repeated: Submission[] = [];
  for (const submission of batch) {
    (seen.has(keyOfSubmission(submission)) ? repeated : first).push(submission);
    seen.add(keyOfSubmission(submission));
  }
  return { first, repeated };
}

/** What a poll asks and what it leaves to choose, as one text. */
const askedBy = (poll: { question: string; answers: { text: string }[] } | null | undefined): string =>
  poll ? JSON.stringify([poll.question, ...poll.answers.map(({ text }) => text)]) : '';
