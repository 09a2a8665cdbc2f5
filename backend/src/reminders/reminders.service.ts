import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Message, type Reminder } from '@hearth/contract';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { DueWork } from '../jobs/due-work.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { presentReminder } from './reminders.presenter.js';
import { RemindersRepository, type ReminderRow } from './reminders.repository.js';

/** Told at once by one node. */
const AT_ONCE = 100;

/** Messages of which people want to be told again. */
@Injectable()
export class RemindersService implements OnModuleInit {
  constructor(
    private readonly repository: RemindersRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly visibility: Visibility,
    private readonly due: DueWork,
    private readonly snowflakes: Snowflakes,
  ) {}

  onModuleInit(): void {
    this.visibility.register('reminderId', (caller, id) => this.own(caller, id));
    this.due.watch(() => this.fireDue());
  }

  /** By their time. What is deleted, or not for the caller any more, is there without its message. */
  async list({ userId }: Caller): Promise<Reminder[]> {
    return this.present(userId, await this.repository.ofUser(userId));
  }

  /** @throws NOT_FOUND, CONFLICT for a deleted message, LIMIT_REACHED */
  async set(caller: Caller, messageId: string, remindAt: string): Promise<Reminder> {
    const { channelId, deletedAt } = await this.messages.get(caller, messageId);
    if (deletedAt !== null) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
    const row = await this.repository.set({ id: this.snowflakes.next(), userId: caller.userId, messageId, channelId, remindAt });
    if (row === 'gone') throw new ProblemError('NOT_FOUND');
    if (row === 'full') throw new ProblemError('LIMIT_REACHED', { detail: `There are at most ${limits.remindersPerUser} reminders` });
    const [reminder] = await this.present(caller.userId, [row]);
    if (!reminder) throw new ProblemError('NOT_FOUND');
    this.publisher.emit(rooms.user(caller.userId), 'reminder:update', { reminderId: reminder.id, reminder });
    return reminder;
  }

  /** @throws NOT_FOUND */
  async remove(caller: Caller, reminderId: string): Promise<void> {
    await this.own(caller, reminderId);
    await this.repository.remove(reminderId);
    this.publisher.emit(rooms.user(caller.userId), 'reminder:update', { reminderId, reminder: null });
  }

  /** Whoever is not there finds them later. True where more may be due. */
  async fireDue(): Promise<boolean> {
    const rows = await this.repository.fireDue(AT_ONCE);
    await Promise.all([...Map.groupBy(rows, (row) => row.user_id)].map(([userId, own]) => this.tell(userId, own)));
    return rows.length === AT_ONCE;
  }

  private async tell(userId: string, rows: ReminderRow[]): Promise<void> {
    const reminders = await this.present(userId, rows);
    this.publisher.emitAll(
      rooms.user(userId),
      reminders.map((reminder) => ['reminder:fire', reminder]),
    );
  }

  private async present(userId: string, rows: ReminderRow[]): Promise<Reminder[]> {
    const messages = await this.visibleMessages(userId, rows);
    return rows.map((row) => presentReminder(row, messages.get(row.message_id)));
  }

  private async visibleMessages(userId: string, rows: ReminderRow[]): Promise<Map<string, Message>> {
    const floors = await this.floors(userId, [...new Set(rows.map((row) => row.channel_id))]);
    const visible = rows.filter((row) => floors.has(row.channel_id)).map((row) => row.message_id);
    const found = await this.messages.byIds(userId, visible);
    const shown = found.filter(({ channelId, seq, deletedAt }) => deletedAt === null && seq > (floors.get(channelId) ?? Infinity));
    return new Map(shown.map((message) => [message.id, message]));
  }

  /** Of each channel that the user sees, up to where nothing in it is shown to them. */
  private async floors(userId: string, channelIds: string[]): Promise<Map<string, number>> {
    const looks = await Promise.allSettled(
      channelIds.map(async (channelId): Promise<[string, number]> => {
        const access = await this.permissions.channel({ userId }, channelId);
        return [channelId, await this.messages.floor(access)];
      }),
    );
    return new Map(looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : [])));
  }

  private async own({ userId }: Caller, reminderId: string): Promise<ReminderRow> {
    const row = await this.repository.byId(reminderId);
    if (row?.user_id !== userId) throw new ProblemError('NOT_FOUND');
    return row;
  }
}
