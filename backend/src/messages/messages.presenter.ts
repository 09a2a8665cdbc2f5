import type {
  Attachment,
  Message,
  MessageDetails,
  MessageForward,
  MessageOrigin,
  MessageSticker,
  Poll,
  QuotedMessage,
  Reaction,
  UserSummary,
} from '@hearth/contract';
import { presentEmbeds, type KeptEmbed } from './embeds/embeds.presenter.js';

/** What is kept of a message that is no notice: where it comes from, when it was published, its sticker. */
interface KeptExtras {
  origin?: MessageOrigin;
  publishedAt?: string;
  forward?: MessageForward;
  sticker?: MessageSticker;
}

/** A notice keeps what it tells. */
export type KeptDetails = MessageDetails | KeptExtras;

/** A poll without what depends on the reader. `noticeId`: of the notice that it ended; `told`: that one is written. */
export type KeptPoll = Omit<Poll, 'mine'> & { noticeId?: string; told?: true };

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
  reply_to_id: string | null;
  mention_ids: string[] | null;
  mention_role_ids: string[] | null;
  mention_everyone: boolean;
  reactions: Omit<Reaction, 'me'>[] | null;
  poll: KeptPoll | null;
  embeds: KeptEmbed[] | null;
  /** Empty where there were some. */
  attachments: Attachment[] | null;
  pinned_at: Date | null;
  username: string;
  display_name: string;
  avatar: string | null;
}

/** What one reader has on a message. */
export interface OwnPart {
  reactions: string[];
  votes: number[];
  starred: boolean;
  hidden: boolean;
}

/** What messages show of other rows. */
export interface MessageContext {
  /** By the id of the quoted message. */
  quotes: ReadonlyMap<string, QuotedMessage>;
  /** By their ids, those whom the messages mention. */
  users: ReadonlyMap<string, UserSummary>;
  /** By the id of the message. */
  own: ReadonlyMap<string, OwnPart>;
}

const NONE: MessageContext = { quotes: new Map(), users: new Map(), own: new Map() };

export function presentMessage(row: MessageRow, context: MessageContext = NONE): Message {
  const own = context.own.get(row.id);
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
    replyTo: presentQuote(row.reply_to_id, context),
    attachments: row.attachments ?? [],
    reactions: (row.reactions ?? []).map(({ emoji, count }) => ({ emoji, count, me: own?.reactions.includes(emoji) ?? false })),
    mentions: (row.mention_ids ?? []).flatMap((id) => context.users.get(id) ?? []),
    ...(row.mention_role_ids?.length && { mentionRoles: row.mention_role_ids }),
    ...(row.mention_everyone && { mentionEveryone: true as const }),
    embeds: presentEmbeds(row.id, row.embeds),
    pinnedAt: row.pinned_at?.toISOString() ?? null,
    ...(row.poll && { poll: presentPoll(row.poll, own) }),
    ...(own?.starred && { starred: true as const }),
    ...(own?.hidden && { hidden: true as const }),
  };
}

/** Whoever hid a message does not want to meet it in a quote. */
function presentQuote(quotedId: string | null, { quotes, own }: MessageContext): QuotedMessage | null {
  const quote = quotedId === null ? undefined : quotes.get(quotedId);
  if (!quote) return null;
  return own.get(quote.id)?.hidden ? { ...quote, hidden: true } : quote;
}

function presentPoll({ noticeId: _noticeId, told: _told, ...poll }: KeptPoll, own: OwnPart | undefined): Poll {
  return { ...poll, mine: own?.votes ?? [] };
}

export const isCopy = ({ details }: Pick<MessageRow, 'details'>): boolean => details !== null && 'origin' in details;

/** Undefined for most. */
export const stickerOf = ({ details }: Pick<MessageRow, 'details'>): MessageSticker | undefined =>
  details !== null && 'sticker' in details ? details.sticker : undefined;

const EXTRAS = ['origin', 'publishedAt', 'forward', 'sticker'];

function presentDetails(details: KeptDetails | null): Pick<Message, 'details' | keyof KeptExtras> {
  if (details === null) return {};
  if (!EXTRAS.some((name) => name in details)) return { details: details as MessageDetails };
  const { origin, publishedAt, forward, sticker } = details as KeptExtras;
  return { ...(origin && { origin }), ...(publishedAt && { publishedAt }), ...(forward && { forward }), ...(sticker && { sticker }) };
}
