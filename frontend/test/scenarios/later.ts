import { routes } from '@hearth/contract';
import type { World } from '../world';
import { type Scenarios, fresh } from './scenario';

const HOUR = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

const drafts = {
  'the other device begins to write': {
    prepare:
      ({ phone, general }) =>
      () =>
        phone.call(routes.saveDraft, { params: { channelId: general.id }, body: { content: fresh('Half a sentence') } }),
  },
  'the other device sent what it wrote': {
    prepare: async ({ phone, general }) => {
      const params = { channelId: general.id };
      await phone.call(routes.saveDraft, { params, body: { content: fresh('A sentence') } });
      return () => phone.call(routes.deleteDraft, { params });
    },
  },
} satisfies Scenarios;

const schedule = ({ phone, general }: World) =>
  phone.call(routes.scheduleMessage, { params: { channelId: general.id }, body: { content: fresh('Later'), sendAt: inMs(HOUR) } });

const scheduled = {
  'the other device puts a message off': {
    prepare: (world) => () => schedule(world),
  },
  'the other device changes what waits': {
    prepare: async (world) => {
      const { id } = await schedule(world);
      return () => world.phone.call(routes.updateScheduled, { params: { scheduledId: id }, body: { sendAt: inMs(2 * HOUR) } });
    },
  },
  'the other device thinks better of it': {
    prepare: async (world) => {
      const { id } = await schedule(world);
      return () => world.phone.call(routes.deleteScheduled, { params: { scheduledId: id } });
    },
  },
} satisfies Scenarios;

async function remind({ phone, ben, general }: World, remindAt: () => string) {
  const { id: messageId } = await ben.send(general.id, fresh('Remember this'));
  return () => phone.call(routes.setReminder, { params: { messageId }, body: { remindAt: remindAt() } });
}

const reminders = {
  'the other device wants to be told again': {
    prepare: (world) => remind(world, () => inMs(HOUR)),
  },
  'the other device is done with one': {
    prepare: async (world) => {
      const { id } = await (await remind(world, () => inMs(HOUR)))();
      return () => world.phone.call(routes.deleteReminder, { params: { reminderId: id } });
    },
  },
} satisfies Scenarios;

const fired = {
  'its time has come': {
    brings: ['reminder:update'],
    prepare: (world) => remind(world, () => inMs(300)),
  },
} satisfies Scenarios;

export const laterScenarios = {
  'draft:update': drafts,
  'scheduled:update': scheduled,
  'reminder:update': reminders,
  'reminder:fire': fired,
};
