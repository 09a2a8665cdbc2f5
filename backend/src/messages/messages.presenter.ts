import type { Message, MessageDetails, MessageOrigin } from '@hearth/contract';

/** What a message keeps beside its content: a notice what it tells, a copy where it comes from, an announcement when it was published. */
type KeptDetails = MessageDetails | { origin: MessageOrigin } | { publishedAt: string };

/** A row of messages joined with its author, as the driver returns it. */
export interface MessageRow {
  id: string;
  channel_id: string;
  seq: number;
  version: number;
  type: Message['type'];
  author_id: string;
  content: string;
  details: KeptDetails | null;
  nonce: string | null;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  username: string;
  display_name: string;
  avatar: string | null;
}

export function presentMessage(row: MessageRow): Message {
  return {
    id: row.id,
    channelId: row.channel_id,
    seq: row.seq,
    version: row.version,
    type: row.type,
    author: { id: row.author_id, username: row.username, displayName: row.display_name, avatar: row.avatar },
    content: row.content,
    ...(row.deleted_at === null && presentDetails(row.details)),
    // That of a copy is the server's own.
    ...(row.nonce !== null && !isCopy(row) && { nonce: row.nonce }),
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    replyTo: null,
    attachments: [],
    reactions: [],
    mentions: [],
    embeds: [],
    pinnedAt: null,
  };
}

export const isCopy = ({ details }: Pick<MessageRow, 'details'>): boolean => details !== null && 'origin' in details;

function presentDetails(details: KeptDetails | null): Pick<Message, 'details' | 'origin' | 'publishedAt'> {
  if (details === null) return {};
  if ('origin' in details) return { origin: details.origin };
  return 'publishedAt' in details ? { publishedAt: details.publishedAt } : { details };
}
