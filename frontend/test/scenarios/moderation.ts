import { type Incident, routes } from '@hearth/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Device, PASSWORD } from '../device';
import { type World, firstChannel, join, makeServer, newPerson, sendMany } from '../world';
import { type Scenario, type Scenarios, fresh } from './scenario';

const HOUR = 3_600_000;

/** Somebody new in Ben's server. */
async function newMember({ ben, hearth, ...world }: World, name: string): Promise<Device> {
  const person = await newPerson(world, name);
  await join(ben, hearth.id, person);
  return person;
}

const bulkDeletions = {
  'of new messages, the newest among them': {
    prepare: async ({ ben, general }) => {
      const sent = await sendMany(ben, general.id, 4);
      const ids = sent.map(({ id }) => id).toSpliced(1, 1);
      return () => ben.call(routes.bulkDeleteMessages, { params: { channelId: general.id }, body: { ids } });
    },
  },
  'of the oldest and the newest of many': {
    prepare: async ({ ben, history }) => {
      const channelId = history.id;
      const query = { limit: '100' };
      const { messages } = await ben.call(routes.listMessages, { params: { channelId }, query });
      const left = messages.filter(({ deletedAt }) => deletedAt === null);
      const ids = [left.at(0), left.at(-1)].flatMap((message) => message?.id ?? []);
      return () => ben.call(routes.bulkDeleteMessages, { params: { channelId }, body: { ids } });
    },
  },
  'of somebody who is banned with what they wrote': {
    brings: ['member:remove', 'server:update'],
    prepare: async (world) => {
      const { ben, hearth, general } = world;
      const mallory = await newMember(world, 'mallory');
      await sendMany(mallory, general.id, 3);
      const params = { serverId: hearth.id, userId: mallory.userId };
      return () => ben.call(routes.banMember, { params, body: { deleteMessageSeconds: 3_600 } });
    },
  },
} satisfies Scenarios;

const reportNews = {
  'somebody reports a member of the own server': {
    prepare: async (world) => {
      const { phone, ben, own } = world;
      const mallory = await newPerson(world, 'mallory');
      await join(phone, own.id, mallory);
      const body = { userId: mallory.userId, serverId: own.id, category: 'SPAM' as const };
      return () => ben.call(routes.createReport, { body });
    },
  },
  'the other device decides on a report': {
    prepare: async (world) => {
      const { phone, ben, own } = world;
      const { id: messageId } = await ben.send(firstChannel(own).id, 'rude words');
      const mallory = await newPerson(world, 'mallory');
      await join(phone, own.id, mallory);
      const { id: reportId } = await mallory.call(routes.createReport, { body: { messageId, category: 'HARASSMENT' } });
      const params = { serverId: own.id, reportId };
      return () => phone.call(routes.updateReport, { params, body: { status: 'RESOLVED', resolution: fresh('Talked') } });
    },
  },
} satisfies Scenarios;

/** The end of it, as the server keeps it. */
async function whenDone({ phone, own }: World, { id: incidentId }: Incident): Promise<void> {
  const params = { serverId: own.id, incidentId };
  while ((await phone.call(routes.getIncident, { params })).status === 'RUNNING') await sleep(20);
}

const progress = {
  'the other device undoes a raid': {
    prepare: async (world) => {
      const { phone, own } = world;
      const mallory = await newPerson(world, 'mallory');
      await join(phone, own.id, mallory);
      const window = { since: new Date(Date.now() - HOUR).toISOString(), until: new Date().toISOString() };
      const what = { userIds: [mallory.userId], removeMembers: 'none' as const, deleteMessages: false, revertChanges: true };
      const undo = () => phone.call(routes.createIncident, { params: { serverId: own.id }, body: { ...window, ...what } });
      return async () => whenDone(world, await undo());
    },
  },
} satisfies Scenarios;

const memberChanges = {
  'a timeout of the user': {
    prepare: ({ ben, hearth, phone }) => {
      const params = { serverId: hearth.id, userId: phone.userId };
      const timeOut = (timeoutUntil: string | null) => ben.call(routes.updateMember, { params, body: { timeoutUntil } });
      return async () => {
        await timeOut(new Date(Date.now() + HOUR).toISOString());
        // The scenarios after this one write here again.
        await timeOut(null);
        await ben.call(routes.updateMember, { params, body: { nickname: fresh('Ada') } });
      };
    },
  },
  'somebody accepts the rules': {
    prepare: async (world) => {
      const { phone } = world;
      const { id: serverId } = await makeServer(phone, fresh('Strict'));
      await phone.call(routes.updateServer, { params: { serverId }, body: { rules: ['Be kind.'] } });
      const newcomer = await newPerson(world, 'newcomer');
      await join(phone, serverId, newcomer);
      return () => newcomer.call(routes.acceptRules, { params: { serverId } });
    },
  },
} satisfies Scenarios;

const removals = {
  'somebody is kicked': {
    brings: ['server:update'],
    prepare: async (world) => {
      const { ben, hearth } = world;
      const mallory = await newMember(world, 'mallory');
      return () => ben.call(routes.kickMember, { params: { serverId: hearth.id, userId: mallory.userId } });
    },
  },
} satisfies Scenarios;

const expulsion = (route: 'kickMember' | 'banMember'): Scenario => ({
  prepare: async (world) => {
    const { phone } = world;
    const eve = await newPerson(world, 'eve');
    const server = await makeServer(eve, fresh('Closed'));
    await sendMany(eve, firstChannel(server).id, 3);
    await join(eve, server.id, phone);
    const params = { serverId: server.id, userId: phone.userId };
    if (route === 'kickMember') return () => eve.call(routes.kickMember, { params });
    return () => eve.call(routes.banMember, { params, body: {} });
  },
});

const serverChanges = {
  'another description, and whom it lets in': {
    prepare: async ({ ben, phone }) => {
      const { id: serverId } = await makeServer(ben, fresh('Strict'));
      await join(ben, serverId, phone);
      const body = { description: fresh('Of all sorts'), rules: [fresh('Be kind.')], verificationLevel: 'LOW' as const };
      return () => ben.call(routes.updateServer, { params: { serverId }, body });
    },
  },
  'another owner': {
    prepare: async (world) => {
      const { phone } = world;
      const eve = await newPerson(world, 'eve');
      const { id: serverId } = await makeServer(eve, fresh('Handed over'));
      await join(eve, serverId, phone);
      return () => eve.call(routes.transferServer, { params: { serverId }, body: { userId: phone.userId, password: PASSWORD } });
    },
  },
} satisfies Scenarios;

export const moderationScenarios = {
  'message:bulk-delete': bulkDeletions,
  'report:update': reportNews,
  'moderation:progress': progress,
};

/** What other events tell of what moderators do. */
export const moreOfModeration = {
  'member:update': memberChanges,
  'member:remove': removals,
  'server:update': serverChanges,
  'server:delete': { 'the user is kicked': expulsion('kickMember'), 'the user is banned': expulsion('banMember') },
};
