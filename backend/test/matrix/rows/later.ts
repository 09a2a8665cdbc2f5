import type { reminderRoutes, scheduledRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const soon = () => new Date(Date.now() + 3_600_000);
const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });
const words = (scene: Scene) => ({ ...channelParams(scene), body: { content: 'Later', sendAt: soon().toISOString() } });

/** Waits for its time, by the caller or somebody else. */
async function scheduled(scene: Scene, authorId = scene.caller.id) {
  const id = scene.nextId();
  const { channelId, hearth } = scene;
  const data = { id: BigInt(id), channelId: BigInt(channelId), authorId: BigInt(authorId), content: 'Later', sendAt: soon() };
  await hearth.db.scheduledMessage.create({ data });
  return { params: { scheduledId: id } };
}

const ofAnother = (scene: Scene) => scheduled(scene, scene.world.bystander.id);

export const scheduledRows: RouteRows<typeof scheduledRoutes> = {
  listScheduled: { scope: 'account', request: () => ({}) },
  listChannelScheduled: [
    { scope: 'channel', request: channelParams },
    { as: 'in a DM', scope: 'conversation', request: channelParams },
  ],
  scheduleMessage: [
    { scope: 'channel', needs: ['SEND_MESSAGES'], request: words },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', needs: ['SEND_MESSAGES_IN_THREADS'], request: words },
    { as: 'in a DM', scope: 'conversation', needs: ['SEND_MESSAGES'], request: words },
  ],
  updateScheduled: [
    { as: 'an own one', scope: 'account', request: async (scene) => ({ ...(await scheduled(scene)), body: { content: 'Other' } }) },
    {
      as: 'that of another',
      scope: 'conversation',
      except: { recipient: 'NOT_FOUND' },
      request: async (scene) => ({ ...(await ofAnother(scene)), body: { content: 'Other' } }),
    },
  ],
  deleteScheduled: [
    { as: 'an own one', scope: 'account', request: (scene) => scheduled(scene) },
    { as: 'that of another', scope: 'conversation', except: { recipient: 'NOT_FOUND' }, request: ofAnother },
  ],
  // What its author may is looked at when it is sent.
  sendScheduled: [
    { as: 'an own one', scope: 'channel', needs: ['SEND_MESSAGES'], request: (scene) => scheduled(scene) },
    { as: 'that of another', scope: 'conversation', except: { recipient: 'NOT_FOUND' }, request: ofAnother },
  ],
};

async function reminder(scene: Scene, userId = scene.caller.id) {
  const { channelId, hearth } = scene;
  const [id, messageId] = [scene.nextId(), await scene.message()];
  const ids = { id: BigInt(id), messageId: BigInt(messageId), channelId: BigInt(channelId), userId: BigInt(userId) };
  await hearth.db.reminder.create({ data: { ...ids, remindAt: soon() } });
  return { params: { reminderId: id } };
}

const remind = async (scene: Scene) => ({ params: { messageId: await scene.message() }, body: { remindAt: soon().toISOString() } });

export const reminderRows: RouteRows<typeof reminderRoutes> = {
  listReminders: { scope: 'account', request: () => ({}) },
  setReminder: [
    // Whoever may only read for now may be told of it again.
    { scope: 'channel', restricted: 'allowed', request: remind },
    { as: 'in a DM', scope: 'conversation', request: remind },
  ],
  deleteReminder: [
    { as: 'an own one', scope: 'account', request: (scene) => reminder(scene) },
    {
      as: 'that of another',
      scope: 'conversation',
      except: { recipient: 'NOT_FOUND' },
      request: (scene) => reminder(scene, scene.world.bystander.id),
    },
  ],
};
