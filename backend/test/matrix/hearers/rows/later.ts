import { saveDraft, scheduleMessage, setReminder } from '@hearth/contract';
import { RemindersService } from '../../../../src/reminders/reminders.service.js';
import type { HearerRow, HearerRows } from '../row.js';
import { everywhere } from './places.js';

type Later = 'draft:update' | 'scheduled:update' | 'reminder:update' | 'reminder:fire';

/** What people keep for later is theirs alone, wherever it is. */
const alone = <N extends Later>(rows: HearerRow<N>[]): HearerRow<N>[] => rows.map((row) => ({ ...row, circle: 'own' as const }));

const soon = () => new Date(Date.now() + 3_600_000).toISOString();

export const laterRows: HearerRows<Later> = {
  'draft:update': alone(
    everywhere<'draft:update'>(async (stage, channelId) => {
      const content = `Words in ${channelId}`;
      await stage.api.call(saveDraft, { params: { channelId }, body: { content } });
      return (draft) => draft.content === content;
    }),
  ),
  'scheduled:update': alone(
    everywhere<'scheduled:update'>(async (stage, channelId) => {
      const { id } = await stage.api.call(scheduleMessage, { params: { channelId }, body: { content: 'Later', sendAt: soon() } });
      return ({ scheduledId }) => scheduledId === id;
    }),
  ),
  'reminder:update': alone(
    everywhere<'reminder:update'>(async (stage, channelId, other) => {
      const { id: messageId } = await stage.say(channelId, other);
      const { id } = await stage.api.call(setReminder, { params: { messageId }, body: { remindAt: soon() } });
      return ({ reminderId }) => reminderId === id;
    }),
  ),
  'reminder:fire': alone(
    everywhere<'reminder:fire'>(async (stage, channelId, other) => {
      const { id: messageId } = await stage.say(channelId, other);
      const { id } = await stage.api.call(setReminder, { params: { messageId }, body: { remindAt: soon() } });
      await stage.hearth.db.reminder.update({ where: { id: BigInt(id) }, data: { remindAt: new Date() } });
      await stage.hearth.get(RemindersService).fireDue();
      return (reminder) => reminder.id === id;
    }),
  ),
};
