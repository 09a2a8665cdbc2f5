import type { banRoutes, memberRoutes, screeningRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const MINUTES = 60_000;

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const memberParams = ({ serverId, target }: Scene) => ({ params: { serverId, userId: target.id } });

export const memberRows: RouteRows<typeof memberRoutes> = {
  getMember: { scope: 'server', request: memberParams },
  updateOwnMember: {
    scope: 'server',
    needs: ['CHANGE_NICKNAME'],
    request: (scene) => ({ ...serverParams(scene), body: { nickname: 'Nick' } }),
  },
  updateMember: [
    {
      as: 'nickname',
      scope: 'server',
      needs: ['MANAGE_NICKNAMES'],
      hierarchy: 'member',
      request: (scene) => ({ ...memberParams(scene), body: { nickname: 'Nick' } }),
    },
    {
      as: 'timeout',
      scope: 'server',
      needs: ['TIMEOUT_MEMBERS'],
      hierarchy: 'member',
      request: (scene) => ({ ...memberParams(scene), body: { timeoutUntil: new Date(Date.now() + 10 * MINUTES).toISOString() } }),
    },
  ],
  kickMember: {
    scope: 'server',
    needs: ['KICK_MEMBERS'],
    hierarchy: 'member',
    request: memberParams,
  },
  transferServer: {
    scope: 'server',
    reservedFor: 'owner',
    request: (scene) => ({ ...serverParams(scene), body: { userId: scene.target.id, password: scene.caller.password } }),
  },
  listJoins: { scope: 'server', needs: ['KICK_MEMBERS'], request: serverParams },
  listFormerMembers: {
    scope: 'server',
    needs: ['KICK_MEMBERS'],
    request: (scene) => ({ ...serverParams(scene), query: { query: 'user' } }),
  },
  listOrigins: {
    scope: 'server',
    needs: ['KICK_MEMBERS'],
    request: (scene) => ({ ...serverParams(scene), query: { userIds: scene.target.id } }),
  },
};

export const banRows: RouteRows<typeof banRoutes> = {
  listBans: { scope: 'server', needs: ['BAN_MEMBERS'], request: serverParams },
  banMember: {
    scope: 'server',
    needs: ['BAN_MEMBERS'],
    hierarchy: 'member',
    request: (scene) => ({ ...memberParams(scene), body: { reason: 'Spam' } }),
  },
  unbanMember: {
    scope: 'server',
    needs: ['BAN_MEMBERS'],
    request: async ({ serverId, hearth, world: { bystander } }) => {
      await hearth.db.ban.create({ data: { serverId: BigInt(serverId), userId: BigInt(bystander.id) } });
      return { params: { serverId, userId: bystander.id } };
    },
  },
};

export const screeningRows: RouteRows<typeof screeningRoutes> = {
  getScreening: { scope: 'server', request: serverParams },
  acceptRules: { scope: 'server', restricted: 'allowed', request: serverParams },
};
