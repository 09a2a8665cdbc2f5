import { Injectable } from '@nestjs/common';
import type { Channel, ServerEventEntry } from '@hearth/contract';
import { ChannelsService } from '../channels/channels.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { ReadStatesService } from '../read-states/read-states.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import type { OwnReadState } from './threads.repository.js';

/** Tells of threads: what they are to everybody who may see their channel, who is in them to these people's own devices. */
@Injectable()
export class ThreadNews {
  constructor(
    private readonly channels: ChannelsService,
    private readonly permissions: PermissionsService,
    private readonly readStates: ReadStatesService,
    private readonly publisher: Publisher,
  ) {}

  async created(thread: Channel): Promise<void> {
    const room = await this.permissions.roomOfChannel(thread.id);
    if (room) this.publisher.emit(room, 'channel:create', thread);
  }

  changed(threads: Channel[]): Promise<void> {
    return this.channels.announce(threads);
  }

  /** @param room where those listen who could see it */
  removed(room: string, { serverId, id }: Pick<Channel, 'serverId' | 'id'>): void {
    this.publisher.emit(room, 'channel:delete', { serverId, channelId: id });
  }

  /** Whoever is in a thread stays so while they cannot see it, and hears nothing of it until then. @param states of those who are in it */
  async joined(thread: Channel, states: OwnReadState[]): Promise<void> {
    if (thread.serverId === null || thread.parentId === null) return;
    const userIds = states.map((state) => state.user_id);
    const readers = await this.permissions.readersAmong(thread.serverId, thread.parentId, userIds);
    for (const state of states) if (readers.has(state.user_id)) this.publisher.emit(rooms.user(state.user_id), ...joinEvent(thread, state));
  }

  /** Who comes in begins with nothing unread, which others see as their reading. @param states of those who came in just now */
  async entered(thread: Channel, states: OwnReadState[]): Promise<void> {
    await this.joined(thread, states);
    await this.readStates.tellMoved(thread.id, states);
  }

  /** As `joined`, to the sockets of this node alone. */
  joinedHere(thread: Channel, states: OwnReadState[]): void {
    for (const state of states) this.publisher.emitLocally(rooms.user(state.user_id), ...joinEvent(thread, state));
  }

  left(userId: string, threadId: string): void {
    this.publisher.emit(rooms.user(userId), 'channel:leave', { channelId: threadId });
  }
}

const joinEvent = (channel: Channel, state: OwnReadState) =>
  [
    'channel:join',
    {
      channel,
      readState: {
        channelId: state.channel_id,
        lastReadSeq: state.last_read_seq,
        lastDeliveredSeq: state.last_delivered_seq,
        markedUnreadSeq: state.marked_unread_seq,
      },
    },
  ] as const satisfies ServerEventEntry;
