import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Channel, type Conversation, type MessageDetails, type MessageType } from '@hearth/contract';
import { ChannelKinds, ChannelsService, type ChannelChange } from '../../channels/channels.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { Limiter } from '../../http/limiter.js';
import { ProblemError } from '../../http/problem.js';
import { MessagesService } from '../../messages/messages.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { RelationshipsService } from '../../relationships/relationships.service.js';
import { UsersService } from '../../users/users.service.js';
import { canRemove, ownerAfter } from '../conversations.policy.js';
import { ConversationsRepository } from '../conversations.repository.js';
import { ConversationsService } from '../conversations.service.js';

interface Notice {
  type: MessageType;
  details: MessageDetails;
}

/** Conversations of more than two: who is in them, what they are called, who runs them. */
@Injectable()
export class GroupsService implements OnModuleInit {
  constructor(
    private readonly repository: ConversationsRepository,
    private readonly conversations: ConversationsService,
    private readonly relationships: RelationshipsService,
    private readonly users: UsersService,
    private readonly channels: ChannelsService,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
    private readonly kinds: ChannelKinds,
    private readonly limiter: Limiter,
  ) {}

  onModuleInit(): void {
    this.kinds.register('GROUP_DM', {
      update: (caller, { channel }, change) => this.update(caller, channel.id, change),
      remove: (caller, { channel }) => this.remove(caller, channel.id, caller.userId),
    });
  }

  /** @throws NOT_ACCEPTED for somebody who is no friend, RATE_LIMITED */
  async create(caller: Caller, userIds: string[], name = ''): Promise<Conversation> {
    await this.limiter.take('newConversation', caller.userId);
    await this.requireFriends(caller, userIds);
    const id = this.snowflakes.next();
    const recipients = [...new Set([caller.userId, ...userIds])];
    await this.repository.transaction((transaction) =>
      this.repository.insert(transaction, { id, name, ownerId: caller.userId, dmKey: null, userIds: recipients }),
    );
    await this.permissions.recipientsChanged(id, recipients);
    const conversation = await this.conversations.get(caller, id);
    this.publisher.emit(recipients.map(rooms.user), 'channel:create', conversation.channel);
    return conversation;
  }

  /** Somebody who is in it already stays. @throws NOT_FOUND, NOT_ACCEPTED, LIMIT_REACHED */
  async add(caller: Caller, channelId: string, userId: string): Promise<void> {
    await this.permissions.channel(caller, channelId);
    const isNew = await this.repository.transaction(async (transaction) => {
      const { recipientIds } = await this.lock(transaction, channelId, caller);
      if (recipientIds.includes(userId)) return false;
      await this.requireFriends(caller, [userId], transaction);
      if (recipientIds.length >= limits.groupRecipients)
        throw new ProblemError('LIMIT_REACHED', { detail: `A group has at most ${limits.groupRecipients} people` });
      await this.repository.addRecipient(transaction, channelId, userId);
      await this.permissions.raiseChannelAccessVersion(transaction, channelId);
      return true;
    });
    if (!isNew) return;
    await this.permissions.recipientsChanged(channelId, [userId]);
    const channel = await this.announce(channelId);
    if (channel) this.publisher.emit(rooms.user(userId), 'channel:create', channel);
    await this.tellOf(caller, channelId, 'RECIPIENT_ADD', userId);
  }

  /** Of those that somebody is in. */
  idsOf(userId: string): Promise<string[]> {
    return this.repository.groupIdsOf(userId);
  }

  /** Leaving with the own id. @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, channelId: string, userId: string): Promise<void> {
    await this.permissions.channel(caller, channelId);
    const isLast = await this.repository.transaction(async (transaction) => {
      const group = await this.lock(transaction, channelId, caller);
      if (!canRemove(caller.userId, userId, group))
        throw new ProblemError('MISSING_PERMISSION', { detail: 'Only the owner can remove others' });
      if (!group.recipientIds.includes(userId)) throw new ProblemError('NOT_FOUND');
      const ownerId = ownerAfter(userId, group);
      if (ownerId === null) return this.repository.removeChannel(transaction, channelId).then(() => true);
      await this.repository.removeRecipient(transaction, channelId, userId);
      if (ownerId !== group.ownerId) await this.repository.updateGroup(transaction, channelId, { ownerId });
      await this.permissions.raiseChannelAccessVersion(transaction, channelId);
      return false;
    });
    await this.permissions.recipientsChanged(channelId, [userId]);
    this.publisher.emit(rooms.user(userId), 'channel:delete', { serverId: null, channelId });
    if (isLast) return;
    await this.announce(channelId);
    await this.tellOf(caller, channelId, 'RECIPIENT_REMOVE', userId);
  }

  /** Name and icon are everybody's to change, the owner is the owner's. */
  private async update(caller: Caller, channelId: string, { name, icon, ownerId }: ChannelChange): Promise<Channel> {
    const notices = await this.repository.transaction(async (transaction) => {
      const group = await this.lock(transaction, channelId, caller);
      if (ownerId !== undefined) requireSuccessor(caller, group, ownerId);
      const [row] = await this.repository.channels([channelId], transaction);
      const change = {
        ...(name !== undefined && name !== row?.name && { name }),
        ...(icon !== undefined && icon !== row?.icon && { icon }),
        ...(ownerId !== undefined && { ownerId }),
      };
      if (Object.keys(change).length > 0) await this.repository.updateGroup(transaction, channelId, change);
      return noticesOf(change);
    });
    const channel = await this.announce(channelId);
    for (const notice of notices) await this.messages.notice({ id: channelId, serverId: null }, { authorId: caller.userId, ...notice });
    if (!channel) throw new ProblemError('NOT_FOUND');
    return channel;
  }

  /** @throws NOT_FOUND when it is gone or the caller no longer in it, VALIDATION for a DM or a channel of a server */
  private async lock(transaction: Transaction, channelId: string, { userId }: Caller) {
    const group = await this.repository.lockGroup(transaction, channelId);
    if (!group) throw new ProblemError('VALIDATION', { detail: 'This is not a group' });
    if (!group.recipientIds.includes(userId)) throw new ProblemError('NOT_FOUND');
    return group;
  }

  private async requireFriends(caller: Caller, userIds: string[], transaction?: Transaction): Promise<void> {
    const friends = new Set(await this.relationships.friendIds(caller.userId, transaction));
    const isOther = (userId: string) => !friends.has(userId);
    if (userIds.some(isOther)) throw new ProblemError('NOT_ACCEPTED', { detail: 'Only friends can be taken into a group' });
  }

  /** Null when it is gone. */
  private async announce(channelId: string): Promise<Channel | null> {
    const [channel] = await this.channels.ofConversations([channelId]);
    if (channel) await this.channels.announce([channel]);
    return channel ?? null;
  }

  private async tellOf(caller: Caller, channelId: string, type: MessageType, userId: string): Promise<void> {
    const user = (await this.users.summaries([userId])).get(userId);
    if (user) await this.messages.notice({ id: channelId, serverId: null }, { authorId: caller.userId, type, details: { user } });
  }
}

function requireSuccessor(caller: Caller, group: { ownerId: string | null; recipientIds: string[] }, ownerId: string): void {
  if (group.ownerId !== caller.userId) throw new ProblemError('MISSING_PERMISSION', { detail: 'Only the owner can hand the group over' });
  if (!group.recipientIds.includes(ownerId))
    throw new ProblemError('VALIDATION', { errors: [{ path: 'body.ownerId', message: 'must be somebody in the group' }] });
}

const noticesOf = ({ name, icon }: { name?: string; icon?: string | null }): Notice[] => [
  ...(name === undefined ? [] : [{ type: 'NAME_CHANGE' as const, details: { name } }]),
  ...(icon === undefined ? [] : [{ type: 'ICON_CHANGE' as const, details: { icon } }]),
];
