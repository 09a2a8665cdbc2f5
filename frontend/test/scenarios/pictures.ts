import { routes } from '@hearth/contract';
import type { World } from '../world';
import type { Scenarios } from './scenario';

const image = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const brought = { body: { image } };
const ofServer = ({ hearth }: World) => ({ params: { serverId: hearth.id } });

/** Of people who are seen in lists, conversations and beside what they wrote. */
const faces = {
  'somebody else has a picture': {
    prepare:
      ({ ben }) =>
      () =>
        ben.call(routes.setAvatar, brought),
  },
  'somebody else has none any more': {
    prepare: async ({ ben }) => {
      await ben.call(routes.setAvatar, brought);
      return () => ben.call(routes.removeAvatar);
    },
  },
} satisfies Scenarios;

const ownFaces = {
  'the other device set a picture': {
    brings: ['user:update'],
    prepare:
      ({ phone }) =>
      () =>
        phone.call(routes.setAvatar, brought),
  },
  'the other device set a banner': {
    prepare:
      ({ phone }) =>
      () =>
        phone.call(routes.setProfileBanner, brought),
  },
} satisfies Scenarios;

const ofServers = {
  'an icon': {
    prepare: (world) => () => world.ben.call(routes.setServerIcon, { ...ofServer(world), ...brought }),
  },
  'a banner that goes': {
    prepare: async (world) => {
      await world.ben.call(routes.setServerBanner, { ...ofServer(world), ...brought });
      return () => world.ben.call(routes.removeServerBanner, ofServer(world));
    },
  },
} satisfies Scenarios;

export const pictureScenarios = { 'user:update': faces, 'me:update': ownFaces, 'server:update': ofServers };
