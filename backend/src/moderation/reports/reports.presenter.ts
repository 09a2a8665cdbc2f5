import type { Message, Report, reportedMessage, ReportStatus, UserSummary } from '@hearth/contract';
import type * as z from 'zod';

/** A message as it was when it was reported. */
export type Evidence = z.infer<typeof reportedMessage>;

/** What is kept of a message, but for what its channel was called. */
export function evidenceOf(message: Message): Omit<Evidence, 'channelName'> {
  const { id, channelId, seq, content, mentions, sticker, poll, createdAt, editedAt } = message;
  return {
    ...{ id, channelId, seq, content, createdAt, editedAt },
    ...(mentions.length > 0 && { mentions }),
    ...(sticker && { sticker }),
    ...(poll && { poll: { question: poll.question, answers: poll.answers.map(({ text }) => text) } }),
  };
}

export interface ReportRow {
  id: bigint;
  serverId: bigint | null;
  /** Null: the scanner of files. */
  reporterId: bigint | null;
  targetUserId: bigint;
  channelId: bigint | null;
  category: string;
  comment: string;
  evidence: unknown;
  status: ReportStatus;
  resolverId: bigint | null;
  resolution: string;
  resolvedAt: Date | null;
  createdAt: Date;
}

/** Everybody of whom a report tells. */
export const peopleOf = ({ reporterId, targetUserId, resolverId }: ReportRow): string[] =>
  [reporterId, targetUserId, resolverId].flatMap((userId) => userId?.toString() ?? []);

/** @param people by id. What is stored was checked when it was stored. */
export function presentReport(row: ReportRow & { serverId: bigint }, people: ReadonlyMap<string, UserSummary>): Report {
  const person = (userId: bigint | null) => people.get(userId?.toString() ?? '') ?? null;
  return {
    id: row.id.toString(),
    serverId: row.serverId.toString(),
    reporter: person(row.reporterId),
    target: person(row.targetUserId),
    category: row.category as Report['category'],
    comment: row.comment,
    message: row.evidence as Evidence | null,
    status: row.status,
    resolver: person(row.resolverId),
    resolution: row.resolution,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
