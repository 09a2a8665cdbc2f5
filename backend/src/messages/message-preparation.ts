import { Injectable } from '@nestjs/common';
import { customEmojiIn, hasPermission, limits, parseMentions, type MessageType, type PollInput } from '@hearth/contract';
import { Snowflakes } from '../database/snowflakes.js';
import { AttachmentsRepository, type UnsentFile } from './attachments/attachments.repository.js';
import { ExpressionsService } from '../expressions/expressions.service.js';
import { ProblemError } from '../http/problem.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import type { FileOfMessage, Mentions, MessageParts } from './message-insert.js';
import { MentionsRepository } from './mentions.repository.js';
import { MessagesRepository } from './messages.repository.js';
import type { KeptDetails, KeptPoll, MessageRow } from './messages.presenter.js';

/** What a message is made of. */
export interface MessageInput {
  content: string;
  nonce: string;
  replyToId?: string | undefined;
  /** True if left out. */
  mentionReplied?: boolean | undefined;
  stickerId?: string | undefined;
  /** Own files that are whole and not sent yet. */
  attachmentIds?: string[] | undefined;
  /** With which they wait. */
  scheduledId?: string | undefined;
  /** One recording and nothing else. */
  voice?: boolean | undefined;
  /** The message of whose files it gets copies. */
  filesOf?: string | undefined;
  /** Of features that make more than text. */
  type?: MessageType;
  poll?: PollInput | undefined;
  details?: KeptDetails;
  /** Of what is handed on: whom it names without calling them. */
  mentionIds?: string[];
}

/** What is stored of it beside its text. */
export interface Prepared {
  type?: MessageType;
  details?: KeptDetails;
  parts?: MessageParts;
}

const PLAIN: Prepared = {};

/** Finds what a message refers to before it is stored. Nothing is asked for a text that neither answers nor mentions. */
@Injectable()
export class MessagePreparation {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly repository: MentionsRepository,
    private readonly expressions: ExpressionsService,
    private readonly attachments: AttachmentsRepository,
    private readonly snowflakes: Snowflakes,
  ) {}

  /**
   * @throws CONFLICT when what it answers is gone, or is in another channel, NOT_FOUND and MISSING_PERMISSION of emoji and stickers,
   * VALIDATION of files that cannot be sent here
   */
  async prepare(access: ChannelAccess, input: MessageInput): Promise<Prepared> {
    const { content, replyToId, mentionReplied = true, poll } = input;
    const type = typeOf(input);
    const isForward = type === 'FORWARD';
    const details = await this.details(access, input);
    const replied = replyToId ? await this.replied(access, replyToId) : null;
    // What is handed on calls nobody: whom it names was called where it was said.
    const mentions = isForward ? named(input) : await this.mentions(access, content, replied && mentionReplied ? [replied.author_id] : []);
    // What stands in it stood there before.
    if (!isForward) await this.requireEmoji(access, content);
    const files = await this.files(access, input);
    const parts = { ...mentions, ...(replyToId && { replyToId }), ...(poll && { poll: this.opened(poll) }), ...(files && { files }) };
    if (type === undefined && details === undefined && Object.keys(parts).length === 0) return PLAIN;
    return { ...(type && { type }), ...(details && { details }), parts };
  }

  /** All that others read of a message. */
  async words(input: MessageInput): Promise<string> {
    const { attachmentIds = [], filesOf } = input;
    const words = wordsOf(input);
    if (attachmentIds.length === 0 && filesOf === undefined) return words;
    return [words, ...(await this.attachments.words(attachmentIds, filesOf ?? null))].join('\n');
  }

  /** @throws MISSING_PERMISSION for custom emoji that this author may not use here. @param known what it said before */
  async requireEmoji(access: ChannelAccess, content: string, known = ''): Promise<void> {
    const before = new Set(customEmojiIn(known));
    await this.expressions.requireUsable(
      access,
      customEmojiIn(content).filter((id) => !before.has(id)),
    );
  }

  /** Whom a text mentions that this author writes here. @param also further users, such as who is answered */
  async mentions(access: ChannelAccess, content: string, also: string[]): Promise<Mentions> {
    const { userIds, roleIds, everyone } = parseMentions(content);
    const asked = [...new Set([...userIds, ...also])];
    const mayAll = hasPermission(access.permissions, 'MENTION_EVERYONE');
    const { id: channelId, serverId } = access.channel;
    const [mentionIds, mentionRoleIds] = await Promise.all([
      asked.length > 0 ? this.repository.users(access.channel, asked) : [],
      roleIds.length > 0 && serverId !== null ? this.repository.roles(serverId, roleIds, mayAll) : [],
    ]);
    const mentionEveryone = everyone && mayAll;
    if (mentionIds.length === 0 && mentionRoleIds.length === 0 && !mentionEveryone) return {};
    const notified = [...mentionIds, ...mentionRoleIds, ...(mentionEveryone ? [serverId ?? channelId] : [])];
    return { mentionIds, mentionRoleIds, mentionEveryone, notified };
  }

  private async details(access: ChannelAccess, { stickerId, details }: MessageInput): Promise<KeptDetails | undefined> {
    return stickerId === undefined ? details : { sticker: await this.expressions.sticker(access, stickerId) };
  }

  /** From now on people vote in it. */
  private opened({ question, answers, multiple = false, expiresIn }: PollInput): KeptPoll {
    return {
      question,
      answers: answers.map(({ text, emoji }, index) => ({ id: index + 1, text, ...(emoji && { emoji }), votes: 0 })),
      multiple,
      expiresAt: expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1_000).toISOString(),
      closedAt: null,
      voters: 0,
      noticeId: this.snowflakes.next(),
    };
  }

  /** @param scheduledId with which they wait, if they do @throws VALIDATION, FILE_QUARANTINED of files that cannot be sent here by this author */
  async requireUnsent({ userId, channel }: ChannelAccess, ids: string[], scheduledId?: string): Promise<void> {
    // What is uploaded for the first message of a thread is uploaded to its channel.
    const channelIds = [channel.id, ...(channel.parentId === null ? [] : [channel.parentId])];
    const unsent = await this.attachments.unsent(userId, channelIds, ids, scheduledId);
    if (unsent.length < ids.length) throw unsendable();
    requireHarmless(unsent, ids);
  }

  /** Null for most. */
  private async files(
    access: ChannelAccess,
    { attachmentIds = [], scheduledId, filesOf, voice }: MessageInput,
  ): Promise<FileOfMessage[] | null> {
    if (filesOf !== undefined) return this.copies(filesOf);
    if (attachmentIds.length === 0) return null;
    await this.requireUnsent(access, attachmentIds, scheduledId);
    if (voice && !(await this.attachments.areRecordings(attachmentIds)))
      throw unsendable(`must be sound of at most ${limits.voiceSeconds} seconds, uploaded with how long and how loud it is`);
    return attachmentIds.map((id) => ({ id }));
  }

  /** They take room as those do that are uploaded. */
  private async copies(messageId: string): Promise<FileOfMessage[] | null> {
    const files = await this.attachments.ofMessage(messageId);
    return files.length > 0 ? files.map(({ id, bytes }) => ({ id, copy: { id: this.snowflakes.next(), bytes } })) : null;
  }

  private async replied(access: ChannelAccess, messageId: string): Promise<MessageRow> {
    const row = await this.messages.byId(messageId);
    const isThere = row?.channel_id === access.channel.id && row.deleted_at === null;
    // Its quote would show what the author may not read.
    if (!isThere || row.seq <= (await this.messages.floor(access)))
      throw new ProblemError('CONFLICT', { detail: 'The message that this answers is gone' });
    return row;
  }
}

function typeOf({ type, poll, voice, replyToId }: MessageInput): MessageType | undefined {
  if (type) return type;
  if (poll) return 'POLL';
  if (voice) return 'VOICE';
  return replyToId ? 'REPLY' : undefined;
}

const named = ({ mentionIds = [] }: MessageInput): Mentions => (mentionIds.length > 0 ? { mentionIds } : {});

export function unsendable(message = 'must be own files of this channel, whole and not sent yet'): ProblemError {
  return new ProblemError('VALIDATION', { detail: `attachmentIds: ${message}`, errors: [{ path: 'body.attachmentIds', message }] });
}

/** @throws FILE_QUARANTINED, which names each of them by its place among those that are to be sent */
function requireHarmless(unsent: UnsentFile[], ids: string[]): void {
  const harmful = unsent.filter(({ isQuarantined }) => isQuarantined).map(({ id }) => ids.indexOf(id));
  if (harmful.length === 0) return;
  const errors = harmful.map((place) => ({ path: `body.attachmentIds.${place}`, message: 'something harmful was found in it' }));
  throw new ProblemError('FILE_QUARANTINED', { errors });
}

const wordsOf = ({ content, poll }: MessageInput): string =>
  poll ? [content, poll.question, ...poll.answers.map(({ text }) => text)].join('\n') : content;
