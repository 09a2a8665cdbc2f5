import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Channel, type Conversation, type ConversationState } from '@hearth/contract';
import { ChannelKinds, presentChannel } from '../channels/channels.service.js';
import { isUniqueViolation } from '../database/database-errors.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { Limiter } from '../http/limiter.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { ReadStatesService } from '../read-states/read-states.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { ProfilesService } from '../relationships/profiles/profiles.service.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import { UsersService } from '../users/users.service.js';
import { decodeCursor, encodeCursor } from './conversation-cursor.js';
import { dmKey } from './conversations.policy.js';
import { presentConversation, presentConversationState, type RecipientRow } from './conversations.presenter.js';
import { ConversationsRepository, type StateChange } from './conversations.repository.js';

interface ListQuery {
  archived?: boolean;
  cursor?: string | undefined;
  limit: number;
}

interface StateInput {
  pinned?: boolean | undefined;
  archived?: boolean | undefined;
  /** ISO 8601. */
  mutedUntil?: string | null | undefined;
}

/** What each user sees of their DMs and groups, and how DMs begin. */
@Injectable()
export class ConversationsService implements OnModuleInit {
  constructor(
    private readonly repository: ConversationsRepository,
    private readonly relationships: RelationshipsService,
    private readonly profiles: ProfilesService,
    private readonly users: UsersService,
    private readonly messages: MessagesService,
    private readonly readStates: ReadStatesService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
    private readonly kinds: ChannelKinds,
    private readonly limiter: Limiter,
  ) {}

  onModuleInit(): void {
    this.users.addAudience(async (userId) => (await this.repository.idsOf(userId)).map(rooms.channel));
    this.kinds.register('DM', {
      update: () =>
        Promise.reject(new ProblemError('MISSING_PERMISSION', { detail: 'There is nothing to change in a conversation of two' })),
      // It goes on for the other one: whoever deletes it puts it away.
      remove: async (caller, { channel }) => void (await this.update(caller, channel.id, { archived: true })),
    });
  }

  /** @throws VALIDATION for a cursor from elsewhere */
  async list(
    caller: Caller,
    { archived = false, cursor, limit }: ListQuery,
  ): Promise<{ conversations: Conversation[]; nextCursor: string | null }> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.repository.list(caller.userId, archived, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const conversations = await this.present(
      caller,
      page.map((row) => ({ ...row, channelId: BigInt(row.channelId) })),
    );
    return { conversations, nextCursor: last && rows.length > limit ? encodeCursor(last) : null };
  }

  /** @throws NOT_FOUND for whoever is not in it */
  async get(caller: Caller, channelId: string): Promise<Conversation> {
    const state = await this.repository.state(channelId, caller.userId);
    const [conversation] = state ? await this.present(caller, [state]) : [];
    if (!conversation) throw new ProblemError('NOT_FOUND');
    return conversation;
  }

  /** The DM with somebody; begins it where there is none. @throws VALIDATION, NOT_FOUND, NOT_ACCEPTED, RATE_LIMITED */
  async openDm(caller: Caller, userId: string): Promise<Conversation> {
    if (userId === caller.userId)
      throw new ProblemError('VALIDATION', { errors: [{ path: 'body.userId', message: 'must be somebody else' }] });
    const { channelId, isNew } = await this.findOrBegin(caller, userId);
    if (isNew) await this.permissions.recipientsChanged(channelId, [caller.userId, userId]);
    else await this.update(caller, channelId, { archived: false });
    const conversation = await this.get(caller, channelId);
    // The other one hears of it with the first message.
    if (isNew) this.publisher.emit(rooms.user(caller.userId), 'channel:create', conversation.channel);
    return conversation;
  }

  /** @throws NOT_FOUND, LIMIT_REACHED */
  async update(caller: Caller, channelId: string, input: StateInput): Promise<ConversationState> {
    const before = await this.repository.state(channelId, caller.userId);
    if (!before) throw new ProblemError('NOT_FOUND');
    const change = changeOf(before, input);
    if (Object.keys(change).length === 0) return presentConversationState(before);
    const row = await this.repository.transaction(async (transaction) => {
      if (change.pinnedAt) await this.requireRoomToPin(transaction, caller, channelId);
      return this.repository.setState(transaction, channelId, caller.userId, change);
    });
    if (!row) throw new ProblemError('NOT_FOUND');
    const state = presentConversationState(row);
    this.publisher.emit(rooms.user(caller.userId), 'conversation:update', state);
    return state;
  }

  private async findOrBegin(caller: Caller, userId: string): Promise<{ channelId: string; isNew: boolean }> {
    const key = dmKey(caller.userId, userId);
    const existing = await this.repository.dmOf(key);
    if (existing?.begun) return { channelId: existing.channelId, isNew: false };
    if (!existing) await this.limiter.take('newConversation', caller.userId);
    if (!(await this.relationships.mayBeginConversation(caller.userId, userId))) throw await this.refusal(caller, userId);
    const channelId = existing ? null : await this.begin(caller, userId, key);
    if (channelId) return { channelId, isNew: true };
    // Both may have opened it at the same moment.
    const other = existing ?? (await this.repository.dmOf(key));
    if (!other) throw await this.refusal(caller, userId);
    return { channelId: other.channelId, isNew: false };
  }

  /** Null when there is one, or one of the two blocks the other by now. */
  private async begin(caller: Caller, userId: string, key: string): Promise<string | null> {
    const conversation = { id: this.snowflakes.next(), name: '', ownerId: null, dmKey: key, userIds: [caller.userId, userId] };
    try {
      return await this.repository.transaction(async (transaction) => {
        if (!(await this.relationships.holdUnblocked(transaction, caller.userId, userId))) return null;
        await this.repository.insert(transaction, conversation, userId);
        return conversation.id;
      });
    } catch (fault) {
      if (isUniqueViolation(fault)) return null;
      throw fault;
    }
  }

  /** Whoever may not know of somebody is not told whether there is anybody. */
  private async refusal(caller: Caller, userId: string): Promise<ProblemError> {
    return new ProblemError((await this.profiles.mayKnow(caller.userId, userId)) ? 'NOT_ACCEPTED' : 'NOT_FOUND');
  }

  private async requireRoomToPin(transaction: Transaction, { userId }: Caller, channelId: string): Promise<void> {
    if ((await this.repository.pinnedBeside(transaction, userId, channelId)) < limits.pinnedConversations) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `You can pin at most ${limits.pinnedConversations} conversations` });
  }

  private async present(caller: Caller, rows: RecipientRow[]): Promise<Conversation[]> {
    const channelIds = rows.map(({ channelId }) => channelId.toString());
    if (channelIds.length === 0) return [];
    // The message after the version, which then says up to where the message is known at least.
    const channelRows = await this.repository.channels(channelIds);
    const [newest, receipts] = await Promise.all([
      this.messages.newestOf(caller, channelIds),
      this.readStates.inConversations(caller, channelIds),
    ]);
    const channels = new Map(channelRows.map((row) => [row.id.toString(), presentChannel(row)] as [string, Channel]));
    return rows.flatMap((row) => {
      const channelId = row.channelId.toString();
      const channel = channels.get(channelId);
      if (!channel) return [];
      return [presentConversation(row, channel, { lastMessage: newest.get(channelId), receipts: receipts.get(channelId) ?? null })];
    });
  }
}

function changeOf(before: RecipientRow, { pinned, archived, mutedUntil }: StateInput): StateChange {
  const now = new Date();
  const isOther = (flag: boolean | undefined, held: Date | null) => flag !== undefined && flag !== (held !== null);
  return {
    ...(isOther(pinned, before.pinnedAt) && { pinnedAt: pinned ? now : null }),
    ...(isOther(archived, before.archivedAt) && { archivedAt: archived ? now : null }),
    ...(mutedUntil !== undefined && { mutedUntil: mutedUntil === null ? null : new Date(mutedUntil) }),
  };
}
