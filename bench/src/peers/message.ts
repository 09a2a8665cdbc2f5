/** A message as a plain chat would send it: in Hearth's shape, so that every delivery of both has the same bytes on the wire. */
interface Sent {
  channelId: string;
  content: string;
  nonce: string;
}

const FIRST_ID = 251_804_722_003_968_001n;

interface Author {
  id: string;
  username: string;
  displayName: string;
  avatar: string | null;
}

/** Where the holders of such tokens are and who they are; a bare peer believes them. */
export const bareToken = (room: string, number: number): string => `${room} ${number}`;

export function memberOf(token: string): { room: string; author: Author } {
  const [room = '', id = ''] = token.split(' ');
  return { room, author: { id, username: `member${id}`, displayName: `Member ${id}`, avatar: null } };
}

export const messageOf = (seq: number, author: Author, { channelId, content, nonce }: Sent, createdAt = new Date()) => ({
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
