import { type Channel, routes } from '@hearth/contract';
import { deaf } from '../tap';
import { type World, firstChannel, join, makeChannel, makeServer, newPerson, rename, sendMany } from '../world';
import { openDm } from './conversations';
import { type Scenarios, fresh } from './scenario';

async function changeMessages({ ben, phone, general, own }: World): Promise<void> {
  const sent = await sendMany(ben, general.id, 3);
  await phone.send(firstChannel(own).id, 'from the phone');
  const [edited, deleted] = sent.map(({ id }) => ({ messageId: id }));
  if (edited) await ben.call(routes.editMessage, { params: edited, body: { content: 'mended' } });
  if (deleted) await ben.call(routes.deleteMessage, { params: deleted });
  await phone.call(routes.readChannel, { params: { channelId: general.id }, body: { seq: sent[0]?.seq ?? 1 } });
}

async function changeServers(world: World): Promise<void> {
  const { ben, phone, hearth, general } = world;
  const eve = await newPerson(world, 'eve');
  await join(ben, hearth.id, eve);
  await ben.call(routes.updateServer, { params: { serverId: hearth.id }, body: { name: fresh('Hearth') } });
  await ben.call(routes.updateChannel, { params: { channelId: general.id }, body: { topic: fresh('News') } });
  await makeChannel(ben, hearth.id, fresh('new'));
  await makeServer(phone, fresh('Made'));
}

async function changePeople({ ben, phone, cyd }: World): Promise<void> {
  await rename(cyd, fresh('Cyd'));
  await ben.emit('presence:update', { status: 'idle' });
  await phone.call(routes.updateSettings, { body: { theme: 'dark' } });
}

/** What the page has held until it loses it. */
async function prepareEnds(world: World): Promise<() => Promise<unknown>> {
  const { ben, phone, hearth } = world;
  await ben.emit('presence:update', { status: 'online' });
  await phone.call(routes.updateSettings, { body: { theme: 'light' } });
  const channel = await makeChannel(ben, hearth.id, fresh('short-lived'));
  await sendMany(ben, channel.id, 2);
  const left = await makeServer(ben, fresh('Left'));
  await join(ben, left.id, phone);
  return () =>
    Promise.all([
      ben.call(routes.deleteChannel, { params: { channelId: channel.id } }),
      phone.call(routes.leaveServer, { params: { serverId: left.id } }),
    ]);
}

const FOREVER = '9999-12-31T00:00:00.000Z';

async function openGroup({ ben, phone }: World, name: string): Promise<Channel> {
  const { channel } = await ben.call(routes.openConversation, { body: { userIds: [phone.userId], name: fresh(name) } });
  return channel;
}

/** Happens while the page's connection is dead; then it makes a new one. */
async function duringBreak({ tap }: World, happen: () => Promise<unknown>): Promise<void> {
  const { passage } = tap;
  tap.passage = deaf;
  await happen();
  tap.passage = passage;
  tap.cut();
  await tap.until('ready');
}

export const breakScenarios = {
  ready: {
    'after a break in which everything changed': {
      follows: ['channel:receipts'],
      prepare: async (world) => {
        const end = await prepareEnds(world);
        return () => duringBreak(world, () => Promise.all([changeMessages(world), changeServers(world), changePeople(world), end()]));
      },
    },
    'after a break, with more conversations than it brings': {
      follows: ['channel:receipts'],
      prepare: async (world) => {
        const { ben, phone, cyd } = world;
        const eve = await newPerson(world, 'eve');
        await join(ben, world.hearth.id, eve);
        const [kept, left, archived] = [await openGroup(world, 'Kept'), await openGroup(world, 'Left'), await openDm(phone, eve)];
        await phone.send(archived.id, 'Hello');
        await phone.call(routes.updateConversation, { params: { channelId: archived.id }, body: { archived: true, mutedUntil: FOREVER } });
        for (const later of [await openDm(phone, cyd), await openDm(phone, ben)]) await phone.send(later.id, fresh('Later'));
        return () =>
          duringBreak(world, async () => {
            await phone.call(routes.removeRecipient, { params: { channelId: left.id, userId: phone.userId } });
            await eve.send(archived.id, fresh('Still there?'));
            await ben.call(routes.updateChannel, { params: { channelId: kept.id }, body: { icon: '⛵' } });
          });
      },
    },
    'after a break in which an author took another name': {
      prepare: (world) => () => duringBreak(world, () => rename(world.ben, fresh('Ben'))),
    },
  } satisfies Scenarios,
};
