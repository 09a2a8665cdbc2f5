import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Message, ServerPayload } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Listeners } from '../cluster/listeners.js';
import { isUniqueViolation, isUnreachable } from '../database/database-errors.js';
import type { Statement } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import { FileRoomService } from '../files/room/file-room.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { MessageAssembler } from './message-assembler.js';
import { MessageGuards } from './message-guards.js';
import { broughtBy, type NewMessage } from './message-insert.js';
import { MessageNews } from './message-news.js';
import { MessagePreparation, type Prepared } from './message-preparation.js';
import {
  acknowledge,
  drop,
  isSame,
  keyOf,
  keyOfSubmission,
  refusalOf,
  refuse,
  splitRepeated,
  type Submission,
} from './message-submission.js';
import type { MessageRow } from './messages.presenter.js';
import { MessagesRepository, type ThreadEffects } from './messages.repository.js';

/** What nobody sends. Its author is whom it tells of. */
export type Notice = Omit<NewMessage, 'id' | 'nonce' | 'content'> & { id?: string; content?: string };

/** Somebody came into a thread by writing in it, or took it out of the archive by that. */
export interface ThreadEntered {
  threadId: string;
  userIds: string[];
  reopened: boolean;
}

/** Which channel, and in which server if any. */
export type ChannelPlace = Pick<ChannelAccess['channel'], 'id' | 'serverId'>;

const MAX_ATTEMPTS = 5;

/** So few senders are answered before everybody hears of it: a frame to hundreds takes longer. More would hold it up. */
const FEW = 8;

/**
 * Stores what was sent to one channel, a batch at a time: checks each sender, commits all in one transaction, then acknowledges and
 * publishes. Every submission is settled, whatever happens to the others.
 */
@Injectable()
export class MessageStore {
  readonly threadEntered = new Listeners<ThreadEntered>();

  constructor(
    private readonly repository: MessagesRepository,
    private readonly permissions: PermissionsService,
    private readonly room: FileRoomService,
    private readonly guards: MessageGuards,
    private readonly preparation: MessagePreparation,
    private readonly assembler: MessageAssembler,
    private readonly news: MessageNews,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('messages');
  }

  async store(channelId: string, batch: Submission[]): Promise<void> {
    const { first, repeated } = splitRepeated(batch);
    await this.storeSettled(channelId, first);
    // The same nonce twice in one batch: the second finds the first one stored.
    for (const submission of repeated) await this.storeSettled(channelId, [submission]);
  }

  /** Null when the channel is gone, or the notice with this id is there. */
  async notice(channel: ChannelPlace, { id = this.snowflakes.next(), content = '', ...rest }: Notice): Promise<Message | null> {
    const input = { ...rest, id, content, nonce: null };
    const [row] = await this.repository.insert({ channel, accessVersion: null }, [input]).catch(isThereAlready);
    const room = row && (await this.permissions.roomOfChannel(channel.id));
    if (!row || !room) return null;
    const message = await this.assembler.one(row, null);
    this.publisher.emit(room, 'message:new', messageNew(message, channel));
    return message;
  }

  /** A batch that fails is tried one by one, so that a bad message fails alone. */
  private async storeSettled(channelId: string, batch: Submission[]): Promise<void> {
    try {
      await this.attempt(channelId, batch);
    } catch (fault) {
      if (batch.length === 1 || isUnreachable(fault)) {
        for (const submission of batch) refuse(submission, fault);
        return;
      }
      if (!(fault instanceof ProblemError))
        this.logger.warn({ err: fault, size: batch.length }, 'a batch failed; its messages are stored one by one');
      for (const submission of batch) await this.storeSettled(channelId, [submission]);
    }
  }

  private async attempt(channelId: string, batch: Submission[]): Promise<void> {
    let waiting = batch;
    for (let attempt = 0; attempt < MAX_ATTEMPTS && waiting.length > 0; attempt += 1) {
      const { admitted, access } = await this.admit(channelId, waiting);
      if (!access) return;
      const ready = await this.prepare(channelId, admitted);
      waiting = ready.length > 0 ? await this.insert(access, ready) : [];
    }
    for (const submission of waiting) refuse(submission, new ProblemError('UNAVAILABLE', { retryAfter: 1 }));
  }

  /** Refuses who may not send, as of one state of the server's rules. */
  private async admit(channelId: string, batch: Submission[]): Promise<{ admitted: Admitted[]; access: ChannelAccess | undefined }> {
    const checks = await Promise.allSettled(batch.map(({ caller }) => this.access(caller, channelId)));
    // The senders are checked against the oldest rules that any of them saw: were those out of date, nothing is stored under them.
    const found = checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : []));
    const access = found.reduce<ChannelAccess | undefined>(
      (oldest, next) => (oldest && oldest.accessVersion <= next.accessVersion ? oldest : next),
      undefined,
    );
    const permitted = batch.flatMap((submission, index) => {
      const check = checks[index];
      const refusal = refusalOf(check, submission.input);
      if (refusal) refuse(submission, refusal);
      return refusal || check?.status !== 'fulfilled' ? [] : [{ submission, access: check.value }];
    });
    const admitted = await this.judge(channelId, permitted);
    return { admitted, access: admitted.length > 0 ? access : undefined };
  }

  private async access(caller: Caller, channelId: string): Promise<ChannelAccess> {
    const access = await this.permissions.channel(caller, channelId);
    await this.guards.requireWelcome(access);
    return access;
  }

  /** Those whose text nothing refuses. What is refused now and was stored at an earlier try is answered with that. */
  private async judge(channelId: string, permitted: Admitted[]): Promise<Admitted[]> {
    const refusals = new Map<Submission, ProblemError>();
    await Promise.all(
      permitted.map(async ({ submission, access }) => {
        submission.verdicts ??= await this.guards.judge({
          access,
          content: await this.preparation.words(submission.input),
          mark: submission.input.nonce,
          isEdit: false,
        });
        const refusal = submission.verdicts.at(-1)?.refusal;
        if (refusal) refusals.set(submission, refusal);
      }),
    );
    const refused = refusals.size > 0 ? await this.settleKnown(channelId, [...refusals.keys()]) : [];
    for (const submission of refused) refuse(submission, refusals.get(submission));
    return permitted.filter(({ submission }) => !refusals.has(submission));
  }

  /** What is stored of each beside its text. Whoever refers to what is gone is refused. */
  private async prepare(channelId: string, admitted: Admitted[]): Promise<Ready[]> {
    const found = await Promise.allSettled(admitted.map(({ access, submission }) => this.preparation.prepare(access, submission.input)));
    const faults = new Map<Submission, unknown>();
    const ready = admitted.flatMap(({ submission }, index) => {
      const outcome = found[index];
      if (outcome?.status === 'fulfilled') return [{ submission, prepared: outcome.value }];
      faults.set(submission, outcome?.reason);
      return [];
    });
    // It may have been stored at an earlier try, before what it refers to was gone.
    const refused = faults.size > 0 ? await this.settleKnown(channelId, [...faults.keys()]) : [];
    for (const submission of refused) refuse(submission, faults.get(submission));
    return ready;
  }

  /** Stores and settles; returns those to be tried again after a look at what changed. */
  private async insert(access: ChannelAccess, ready: Ready[]): Promise<Submission[]> {
    const batch = ready.map(({ submission }) => submission);
    const messages = ready.map(({ submission: { caller, input }, prepared }) => ({
      id: this.snowflakes.next(),
      authorId: caller.userId,
      content: input.content,
      nonce: input.nonce,
      ...prepared,
    }));
    try {
      const rows = await this.repository.insert(access, messages, this.roomFor(access, messages));
      if (rows.length > 0) await this.settle(access, batch, rows);
      else this.permissions.forget(access);
      return rows.length > 0 ? [] : batch;
    } catch (fault) {
      const isRefused = fault instanceof ProblemError;
      if (!isRefused && !isUniqueViolation(fault)) throw fault;
      const unknown = await this.settleKnown(access.channel.id, batch);
      // Nothing in it explains the fault, and all of it would meet it again: whichever is at fault fails alone.
      if (unknown.length === batch.length && (isRefused || batch.length > 1)) throw fault;
      return unknown;
    }
  }

  /** Undefined for all but those that come with copies of files. */
  private roomFor({ channel }: ChannelAccess, messages: NewMessage[]): ((statement: Statement) => Promise<void>) | undefined {
    const brought = broughtBy(messages);
    return brought.length > 0 ? (statement) => this.room.take(statement, channel.serverId, brought) : undefined;
  }

  private async settle(access: ChannelAccess, batch: Submission[], rows: (MessageRow & ThreadEffects)[]): Promise<void> {
    const messages = await this.assembler.assemble(rows, null);
    const isFew = batch.length <= FEW;
    if (isFew) {
      acknowledge(batch, messages);
      await setImmediate();
    }
    this.publisher.emitAll(
      access.room,
      messages.map((message) => ['message:new', messageNew(message, access.channel)]),
    );
    if (!isFew) acknowledge(batch, messages);
    this.tellEntered(access.channel.id, rows);
    this.news.tellStored(messages);
  }

  private tellEntered(threadId: string, rows: (MessageRow & ThreadEffects)[]): void {
    const userIds = [...new Set(rows.flatMap(({ joined, author_id }) => (joined ? [author_id] : [])))];
    const reopened = rows.some((row) => row.reopened);
    if (userIds.length === 0 && !reopened) return;
    this.threadEntered
      .tell({ threadId, userIds, reopened })
      .catch((fault: unknown) => this.logger.error({ err: fault, threadId }, 'who came into a thread could not be told'));
  }

  /** Answers the nonces that are stored already with the messages of the first time; returns the others. */
  private async settleKnown(channelId: string, batch: Submission[]): Promise<Submission[]> {
    const rows = await this.repository.byNonces(batch.map(({ caller, input }) => ({ authorId: caller.userId, nonce: input.nonce })));
    const known = new Map(rows.map((row) => [keyOf(row.author_id, row.nonce ?? ''), row]));
    await Promise.all(
      batch.map(async (submission) => {
        const row = known.get(keyOfSubmission(submission));
        if (row && isSame(row, channelId, submission)) {
          drop(submission);
          submission.resolve(await this.assembler.one(row, submission.caller.userId));
        } else if (row) refuse(submission, new ProblemError('NONCE_REUSED'));
      }),
    );
    return batch.filter((submission) => !known.has(keyOfSubmission(submission)));
  }
}

/** Who may write here now, with their own rights. */
interface Admitted {
  submission: Submission;
  access: ChannelAccess;
}

/** What is about to be stored. */
interface Ready {
  submission: Submission;
  prepared: Prepared;
}

function isThereAlready(fault: unknown): [] {
  if (isUniqueViolation(fault)) return [];
  throw fault;
}

const messageNew = (message: Message, { serverId }: ChannelPlace): ServerPayload<'message:new'> => ({
  channelId: message.channelId,
  version: message.version,
  message,
  ...(serverId === null && { direct: true }),
});
