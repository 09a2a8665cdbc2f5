import type { Message } from '@hearth/contract';

/** What was forwarded or recorded stays what somebody said, and a poll what people voted on. */
const settled: ReadonlySet<Message['type']> = new Set(['FORWARD', 'POLL', 'VOICE']);

/** Words may come to files later. A copy of an announcement follows what it is a copy of. */
export const mayEdit = ({ author, origin, type, content, attachments }: Message, meId: string): boolean =>
  author.id === meId && !origin && !settled.has(type) && (content !== '' || attachments.length > 0);
