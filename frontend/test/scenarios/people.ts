import { type ChosenStatus, routes } from '@hearth/contract';
import { type Scenario, type Scenarios, fresh, nextNumber } from './scenario';

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

const settings = {
  'the other device changed one': {
    prepare:
      ({ phone }) =>
      () =>
        phone.call(routes.updateSettings, { body: { fontSize: 16 + (nextNumber() % 8) } }),
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

export const peopleScenarios = {
  presence,
  'user:update': profiles,
  'me:update': ownAccount,
  'settings:update': settings,
  'session:revoked': sessions,
};
