import { type ChosenStatus, type SingleServerEventName, routes } from '@hearth/contract';
import type { Device } from '../device';
import { type World, newPerson } from '../world';
import { type Scenario, type Scenarios, fresh } from './scenario';

const benTurns = (from: ChosenStatus, to: ChosenStatus): Scenario => ({
  prepare: async ({ ben }) => {
    await ben.emit('presence:update', { status: from });
    return () => ben.emit('presence:update', { status: to });
  },
});

const presence = {
  'somebody does not want to be disturbed': benTurns('online', 'dnd'),
  'somebody goes': benTurns('online', 'invisible'),
  'somebody comes': benTurns('invisible', 'online'),
  'somebody says something else of themselves': {
    prepare: async ({ ben }) => {
      await ben.emit('presence:update', { status: 'online' });
      return () => ben.call(routes.updateMe, { body: { statusText: fresh('Reading') } });
    },
  },
  'the own other device chooses': {
    brings: ['me:update'],
    prepare: async ({ phone }) => {
      await phone.connect();
      await phone.emit('presence:update', { status: 'online' });
      return async () => {
        await phone.emit('presence:update', { status: 'dnd' });
        phone.disconnect();
      };
    },
  },
} satisfies Scenarios;

const profiles = {
  'somebody else has a new name and biography': {
    prepare:
      ({ ben }) =>
      () =>
        ben.call(routes.updateMe, { body: { displayName: fresh('Ben'), bio: fresh('Writes') } }),
  },
} satisfies Scenarios;

const ownAccount = {
  'the other device changed name and biography': {
    brings: ['user:update'],
    prepare:
      ({ phone }) =>
      () =>
        phone.call(routes.updateMe, { body: { displayName: fresh('Ada'), bio: fresh('Counts') } }),
  },
} satisfies Scenarios;

let fontSize = 16;

const settings = {
  'the other device changed one': {
    prepare:
      ({ phone }) =>
      () =>
        phone.call(routes.updateSettings, { body: { fontSize: (fontSize = fontSize === 16 ? 18 : 16) } }),
  },
} satisfies Scenarios;

const sessions = {
  'the other device signs the page out': {
    prepare: async ({ phone, page }) => {
      const sessionId = await page.sessionId();
      return () => phone.call(routes.revokeSession, { params: { sessionId } });
    },
  },
} satisfies Scenarios;

const ask = (person: Device, username: string) => person.call(routes.requestFriend, { body: { username } });

/** Somebody new who has asked Ada. */
async function asker(world: World): Promise<Device> {
  const eve = await newPerson(world, 'eve');
  await ask(eve, 'ada');
  return eve;
}

async function friend(world: World): Promise<Device> {
  const eve = await asker(world);
  await world.phone.call(routes.setRelationship, { params: { userId: eve.userId }, body: { type: 'FRIEND' } });
  return eve;
}

/** Whoever becomes a friend is seen to be here or not. */
const withPresence: SingleServerEventName[] = ['presence'];

const relationships = {
  'somebody asks to be a friend': {
    prepare: async (world) => {
      const eve = await newPerson(world, 'eve');
      return () => ask(eve, 'ada');
    },
  },
  'the other device accepts': {
    brings: withPresence,
    prepare: async (world) => {
      const { userId } = await asker(world);
      return () => world.phone.call(routes.setRelationship, { params: { userId }, body: { type: 'FRIEND', expect: 'INCOMING' } });
    },
  },
  'somebody takes their request back': {
    prepare: async (world) => {
      const eve = await asker(world);
      return () => eve.call(routes.removeRelationship, { params: { userId: world.phone.userId }, query: {} });
    },
  },
  'a friend is one no longer': {
    brings: withPresence,
    prepare: async (world) => {
      const eve = await friend(world);
      return () => eve.call(routes.removeRelationship, { params: { userId: world.phone.userId }, query: {} });
    },
  },
  'the other device blocks a friend': {
    brings: withPresence,
    prepare: async (world) => {
      const { userId } = await friend(world);
      return () => world.phone.call(routes.setRelationship, { params: { userId }, body: { type: 'BLOCKED' } });
    },
  },
  'the other device ignores somebody': {
    prepare: async (world) => {
      const { userId } = await asker(world);
      return () => world.phone.call(routes.ignoreUser, { params: { userId } });
    },
  },
} satisfies Scenarios;

export const peopleScenarios = {
  presence,
  'user:update': profiles,
  'me:update': ownAccount,
  'settings:update': settings,
  'relationship:update': relationships,
  'session:revoked': sessions,
};
