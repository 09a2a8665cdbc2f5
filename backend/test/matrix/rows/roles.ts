import { permissionsOf, type auditLogRoutes, type roleRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const roleParams = ({ serverId, roleId }: Scene) => ({ params: { serverId, roleId } });
const KICK = permissionsOf('KICK_MEMBERS').toString();

/** A role of nobody, below all others. */
async function lowestRole(scene: Scene) {
  const id = scene.nextId();
  await scene.hearth.db.role.create({
    data: { id: BigInt(id), serverId: BigInt(scene.serverId), name: 'lowest', position: 1, permissions: 0n },
  });
  return id;
}

export const roleRows: RouteRows<typeof roleRoutes> = {
  listRoles: { scope: 'server', request: serverParams },
  createRole: [
    { scope: 'server', needs: ['MANAGE_ROLES'], request: (scene) => ({ ...serverParams(scene), body: { name: 'new' } }) },
    {
      as: 'with a permission',
      scope: 'server',
      needs: ['MANAGE_ROLES', 'KICK_MEMBERS'],
      request: (scene) => ({ ...serverParams(scene), body: { name: 'new', permissions: KICK } }),
    },
  ],
  updateRole: [
    {
      scope: 'server',
      needs: ['MANAGE_ROLES'],
      hierarchy: 'role',
      request: (scene) => ({ ...roleParams(scene), body: { name: 'renamed' } }),
    },
    {
      as: 'with a permission',
      scope: 'server',
      needs: ['MANAGE_ROLES', 'KICK_MEMBERS'],
      hierarchy: 'role',
      request: (scene) => ({ ...roleParams(scene), body: { permissions: KICK } }),
    },
    {
      as: '@everyone',
      scope: 'server',
      needs: ['MANAGE_ROLES', 'ATTACH_FILES'],
      request: ({ serverId }) => ({
        params: { serverId, roleId: serverId },
        body: { permissions: permissionsOf('ATTACH_FILES').toString() },
      }),
    },
  ],
  orderRoles: {
    scope: 'server',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: async (scene) => {
      await lowestRole(scene);
      return { ...serverParams(scene), body: { roles: [{ id: scene.roleId, position: 1 }] } };
    },
  },
  deleteRole: {
    scope: 'server',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: roleParams,
  },
  listRoleMembers: { scope: 'server', request: roleParams },
  addMemberRole: [
    {
      as: 'a low one to a member',
      scope: 'server',
      needs: ['MANAGE_ROLES'],
      hierarchy: 'member',
      // Whoever can hand a role out may have it too: it gives nothing that they do not hold.
      except: { 'against oneself': 'allowed' },
      request: async (scene) => ({
        params: { serverId: scene.serverId, userId: scene.target.id, roleId: await lowestRole(scene) },
        query: {},
      }),
    },
    {
      as: 'a high one to somebody without any',
      scope: 'server',
      needs: ['MANAGE_ROLES'],
      hierarchy: 'role',
      request: async ({ serverId, roleId, hearth, world: { bystander } }) => {
        await hearth.db.member.create({ data: { serverId: BigInt(serverId), userId: BigInt(bystander.id) } });
        return { params: { serverId, userId: bystander.id, roleId } };
      },
    },
  ],
  removeMemberRole: {
    scope: 'server',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: ({ serverId, roleId, world: { target } }) => ({ params: { serverId, userId: target.id, roleId } }),
  },
  explainServerPermissions: [
    {
      as: 'of another',
      scope: 'server',
      needs: ['MANAGE_ROLES'],
      request: ({ serverId, target }) => ({ params: { serverId, userId: target.id } }),
    },
    {
      as: 'of oneself',
      scope: 'server',
      // Of oneself in the other server.
      except: { elsewhere: 'allowed' },
      request: ({ serverId, caller }) => ({ params: { serverId, userId: caller.id } }),
    },
  ],
};

export const auditLogRows: RouteRows<typeof auditLogRoutes> = {
  listAuditLog: { scope: 'server', needs: ['VIEW_AUDIT_LOG'], request: serverParams },
  listAuditLogActors: { scope: 'server', needs: ['VIEW_AUDIT_LOG'], request: serverParams },
};
