/** A message as a plain chat would send it: in Hearth's shape, so that every delivery of both has the same bytes on the wire. */
interface Sent {
  channelId: string;
  content: string;
  nonce: string;
}

const FIRST_ID = 251_804_722_003_968_001n;

export const authorOf = (token: string) => ({ id: token, username: `member${token}`, displayName: `Member ${token}`, avatar: null });

export const messageOf = (
  seq: number,
  author: ReturnType<typeof authorOf>,
  { channelId, content, nonce }: Sent,
  createdAt = new Date(),
) => ({
  id: (FIRST_ID + BigInt(seq)).toString(),
  channelId,
  seq,
  version: seq,
  type: 'DEFAULT',
  author,
  content,
  nonce,
  createdAt: createdAt.toISOString(),
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  attachments: [],
  reactions: [],
  mentions: [],
  embeds: [],
  pinnedAt: null,
});

export type Send = (payload: Sent, acknowledge: (answer: { ok: true; data: ReturnType<typeof messageOf> }) => void) => void;
