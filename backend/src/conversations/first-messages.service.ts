import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, type Message } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import { UsersService } from '../users/users.service.js';
import { ConversationsRepository } from './conversations.repository.js';

/** So many known conversations are kept; then they are read anew. */
const KNOWN_AT_MOST = 100_000;

/**
 * A DM begins with its first message, not with being opened: until then it is asked each time whether the other one lets the writer in.
 * Who may write may change while the message waits, so whatever changes it raises the access version under which the message is stored.
 */
@Injectable()
export class FirstMessagesService implements OnModuleInit {
  /** DMs in which somebody wrote, which they never lose again. */
  private readonly begun = new Set<string>();

  constructor(
    private readonly repository: ConversationsRepository,
    private readonly relationships: RelationshipsService,
    private readonly users: UsersService,
    private readonly permissions: PermissionsService,
    private readonly messages: MessagesService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('conversations');
  }

  onModuleInit(): void {
    this.messages.rule((access) => (this.mayBeFirst(access) ? this.refusal(access) : null));
    this.messages.guard(({ access, isEdit }) =>
      !isEdit && this.mayBeFirst(access) ? Promise.resolve({ stored: (message) => this.stored(access, message) }) : null,
    );
    this.users.privacy.add((userId) => this.repository.raiseUnbegun(userId));
  }

  private mayBeFirst({ channel, permissions }: ChannelAccess): boolean {
    return channel.type === 'DM' && !this.begun.has(channel.id) && hasPermission(permissions, 'SEND_MESSAGES');
  }

  private async refusal({ channel, userId, conversation }: ChannelAccess): Promise<ProblemError | null> {
    if (await this.repository.hasBegun(channel.id)) {
      this.remember(channel.id);
      return null;
    }
    const otherId = [...(conversation?.recipientIds ?? [])].find((id) => id !== userId);
    const isWelcome = otherId !== undefined && (await this.relationships.mayBeginConversation(userId, otherId));
    return isWelcome ? null : new ProblemError('NOT_ACCEPTED');
  }

  /** From now on the two see whether the other one is there. */
  private stored({ channel, conversation }: ChannelAccess, { seq }: Message): void {
    this.remember(channel.id);
    if (seq !== 1) return;
    this.permissions
      .recipientsChanged(channel.id, [...(conversation?.recipientIds ?? [])])
      .catch((fault: unknown) => this.logger.warn({ err: fault, channelId: channel.id }, 'that a conversation began could not be told'));
  }

  private remember(channelId: string): void {
    if (this.begun.size >= KNOWN_AT_MOST) this.begun.clear();
    this.begun.add(channelId);
  }
}
