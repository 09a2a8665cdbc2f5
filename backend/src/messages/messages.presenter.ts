import type { Message, MessageDetails } from '@hearth/contract';

/** A row of messages joined with its author, as the driver returns it. */
export interface MessageRow {
  id: string;
  channel_id: string;
  seq: number;
  version: number;
  type: Message['type'];
  author_id: string;
  content: string;
  details: MessageDetails | null;
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
    ...(row.details !== null && row.deleted_at === null && { details: row.details }),
    ...(row.nonce !== null && { nonce: row.nonce }),
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
