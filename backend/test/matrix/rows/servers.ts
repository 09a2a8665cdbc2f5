import type { serverRoutes } from '@hearth/contract';
import type { Extra, RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { banned } from './people.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });

async function invite(scene: Scene, inviter = scene.owner) {
  const code = `code${scene.nextId()}`;
  await scene.hearth.db.invite.create({ data: { code, serverId: BigInt(scene.serverId), inviterId: BigInt(inviter.id) } });
  return { params: { code } };
}

const tooNew: Extra = {
  name: 'somebody whose account is too new',
  like: 'stranger',
  prepare: ({ hearth, serverId }) => hearth.db.server.update({ where: { id: BigInt(serverId) }, data: { minAccountAge: 3_600 } }),
  outcome: 'ACCOUNT_TOO_NEW',
};

export const serverRows: RouteRows<typeof serverRoutes> = {
  listServers: { scope: 'account' },
  createServer: { scope: 'account', request: () => ({ body: { name: 'Another' } }) },
  getServer: { scope: 'server', request: serverParams },
  updateServer: {
    scope: 'server',
    needs: ['MANAGE_SERVER'],
    request: (scene) => ({ ...serverParams(scene), body: { name: 'Renamed' } }),
  },
  deleteServer: { scope: 'server', reservedFor: 'owner', request: serverParams },
  listMembers: { scope: 'server', request: serverParams },
  leaveServer: { scope: 'server', restricted: 'allowed', except: { owner: 'OWNER_CANNOT_LEAVE' }, request: serverParams },
  createInvite: [
    { scope: 'server', needs: ['CREATE_INVITE'], request: (scene) => ({ ...serverParams(scene), body: {} }) },
    {
      as: 'to a channel',
      scope: 'channel',
      needs: ['CREATE_INVITE'],
      // Needed in the server too.
      except: { granted: 'MISSING_PERMISSION' },
      request: (scene) => ({ ...serverParams(scene), body: { channelId: scene.channelId } }),
    },
  ],
  listInvites: [
    { scope: 'server', needs: ['MANAGE_SERVER'], request: serverParams },
    { as: 'own ones', scope: 'server', request: (scene) => ({ ...serverParams(scene), query: { inviterId: scene.caller.id } }) },
  ],
  getInvite: { scope: 'public', extra: [{ ...banned('BANNED'), like: 'signed in' }], request: (scene) => invite(scene) },
  revokeInvite: [
    // Everybody may see an invite.
    { scope: 'server', needs: ['MANAGE_SERVER'], unseen: 'MISSING_PERMISSION', request: (scene) => invite(scene) },
    { as: 'an own one', scope: 'account', request: (scene) => invite(scene, scene.caller) },
  ],
  joinServer: {
    scope: 'server',
    restricted: 'allowed',
    except: { stranger: 'allowed', admin: 'allowed' },
    extra: [banned('BANNED'), tooNew],
    request: (scene) => invite(scene),
  },
};
