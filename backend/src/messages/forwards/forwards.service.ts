import { Injectable } from '@nestjs/common';
import { parseMentions, type ForwardResult, type Message, type MessageForward } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import type { Caller } from '../../http/caller.js';
import { Limiter } from '../../http/limiter.js';
import { ProblemError } from '../../http/problem.js';
import { MessageChanges, type FoundMessage } from '../message-changes.js';
import { canForward } from '../messages.policy.js';
import { stickerOf } from '../messages.presenter.js';
import { MessagesService, type MessageInput } from '../messages.service.js';
import { forwardNonce } from './forward-nonce.js';

interface Forwarding {
  channelIds: string[];
  /** Sent after it. */
  content?: string | undefined;
  nonce: string;
}

/** Hands what somebody wrote on to other channels. */
@Injectable()
export class ForwardsService {
  constructor(
    private readonly changes: MessageChanges,
    private readonly messages: MessagesService,
    private readonly limiter: Limiter,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('forwards');
  }

  /**
   * Each channel for itself, under what holds for everything that is sent there.
   *
   * @param requestId stands in the problems of the result
   * @throws NOT_FOUND, CONFLICT for a deleted message, VALIDATION for what nobody wrote, RATE_LIMITED
   */
  async forward(caller: Caller, messageId: string, forwarding: Forwarding, requestId: string): Promise<ForwardResult[]> {
    const found = await this.changes.find(caller, messageId);
    const { row } = found;
    if (row.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
    if (!canForward(row.type)) throw new ProblemError('VALIDATION', { detail: 'This kind of message cannot be forwarded' });
    const { channelIds, content, nonce } = forwarding;
    await this.takeTokens(caller, channelIds.length * (content === undefined ? 1 : 2));
    const sticker = stickerOf(row);
    const details = { forward: originOf(found), ...(sticker && { sticker }) };
    const filesOf = row.attachments?.length ? messageId : undefined;
    const shared = { type: 'FORWARD' as const, content: row.content, details, mentionIds: namedIn(row), filesOf };
    const attempt = async (channelId: string): Promise<ForwardResult> => {
      let message: Message | null = null;
      try {
        message = await this.send(caller, channelId, { ...shared, nonce: forwardNonce(nonce, channelId, 'message') });
        if (content !== undefined) await this.send(caller, channelId, { content, nonce: forwardNonce(nonce, channelId, 'comment') });
        return { channelId, message, problem: null };
      } catch (fault) {
        return { channelId, message, problem: this.refusal(fault).toProblem(requestId) };
      }
    };
    return Promise.all(channelIds.map(attempt));
  }

  /** What was sent at an earlier try answers this one, also when the original says something else by now. */
  private async send(caller: Caller, channelId: string, input: MessageInput): Promise<Message> {
    try {
      return await this.messages.create(caller, channelId, input);
    } catch (fault) {
      const isKnown = fault instanceof ProblemError && fault.code === 'NONCE_REUSED';
      const sent = isKnown ? await this.messages.sent(caller, input.nonce) : null;
      if (sent?.channelId !== channelId) throw fault;
      return sent;
    }
  }

  private async takeTokens({ userId }: Caller, count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.limiter.take('send', userId)));
  }

  private refusal(fault: unknown): ProblemError {
    if (fault instanceof ProblemError) return fault;
    this.logger.error({ err: fault }, 'a message could not be forwarded');
    return new ProblemError('INTERNAL');
  }
}

/** Whom its text names; who is answered by it is nobody's concern elsewhere. */
const namedIn = ({ content, mention_ids }: FoundMessage['row']): string[] =>
  parseMentions(content).userIds.filter((id) => mention_ids?.includes(id));

/** Of what was forwarded itself: where that came from. */
function originOf({ access, row }: FoundMessage): MessageForward {
  if (row.details && 'forward' in row.details && row.details.forward) return row.details.forward;
  const { id: channelId, serverId } = access.channel;
  const origin = { channelId, serverId, messageId: row.id, seq: row.seq, createdAt: row.created_at.toISOString() };
  return row.type === 'VOICE' ? { ...origin, voice: true } : origin;
}
