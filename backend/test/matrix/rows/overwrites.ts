import { permissionsOf, type overwriteRoutes, type PermissionName } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

type Type = 'ROLE' | 'MEMBER';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });
const targetParams = ({ channelId, roleId, target }: Scene, type: Type) => ({
  params: { channelId, targetId: type === 'ROLE' ? roleId : target.id },
});
const overwrite = (type: Type, ...allow: PermissionName[]) => ({ type, allow: permissionsOf(...allow).toString(), deny: '0' });

async function insertOverwrite({ hearth, roleId }: Scene, channelId: string) {
  await hearth.db.permissionOverwrite.create({
    data: { channelId: BigInt(channelId), targetId: BigInt(roleId), type: 'ROLE', allow: 0n, deny: 0n },
  });
}

async function present({ hearth, channelId }: Scene) {
  return hearth.db.permissionOverwrite.findMany({ where: { channelId: BigInt(channelId) } });
}

/** Those that the channel has, and one for the role. */
async function oneMore(scene: Scene) {
  const had = (await present(scene)).map(({ targetId, type, allow, deny }) => ({
    targetId: targetId.toString(),
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  }));
  return [...had, { targetId: scene.roleId, ...overwrite('ROLE') }];
}

/** Puts the channel into a category with the same overwrites and one for the role. */
async function insertCategory(scene: Scene) {
  const { db } = scene.hearth;
  const id = scene.nextId();
  const had = await present(scene);
  await db.channel.create({ data: { id: BigInt(id), serverId: BigInt(scene.serverId), type: 'CATEGORY', name: 'category', position: 0 } });
  await db.permissionOverwrite.createMany({ data: had.map((each) => ({ ...each, channelId: BigInt(id) })) });
  await insertOverwrite(scene, id);
  await db.channel.update({ where: { id: BigInt(scene.channelId) }, data: { parentId: BigInt(id) } });
}

export const overwriteRows: RouteRows<typeof overwriteRoutes> = {
  setOverwrite: [
    {
      as: 'of a role',
      scope: 'channel',
      needs: ['MANAGE_ROLES'],
      hierarchy: 'role',
      request: (scene) => ({ ...targetParams(scene, 'ROLE'), body: overwrite('ROLE') }),
    },
    {
      as: 'of a role, with a permission',
      scope: 'channel',
      needs: ['MANAGE_ROLES', 'ATTACH_FILES'],
      hierarchy: 'role',
      request: (scene) => ({ ...targetParams(scene, 'ROLE'), body: overwrite('ROLE', 'ATTACH_FILES') }),
    },
    {
      as: 'of a member',
      scope: 'channel',
      needs: ['MANAGE_ROLES'],
      hierarchy: 'member',
      // Of oneself too: it takes and gives nothing that one does not hold.
      except: { 'against oneself': 'allowed' },
      request: (scene) => ({ ...targetParams(scene, 'MEMBER'), body: overwrite('MEMBER') }),
    },
  ],
  deleteOverwrite: {
    scope: 'channel',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: async (scene) => {
      await insertOverwrite(scene, scene.channelId);
      return { ...targetParams(scene, 'ROLE') };
    },
  },
  replaceOverwrites: {
    scope: 'channel',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: async (scene) => ({ ...channelParams(scene), body: { overwrites: await oneMore(scene) } }),
  },
  syncOverwrites: {
    scope: 'channel',
    needs: ['MANAGE_ROLES'],
    hierarchy: 'role',
    request: async (scene) => {
      await insertCategory(scene);
      return { ...channelParams(scene) };
    },
  },
  previewOverwrites: {
    scope: 'channel',
    needs: ['MANAGE_ROLES'],
    request: async (scene) => ({ ...channelParams(scene), body: { overwrites: await oneMore(scene) } }),
  },
  explainChannelPermissions: [
    {
      as: 'of another',
      scope: 'channel',
      needs: ['MANAGE_ROLES'],
      request: ({ channelId, target }) => ({ params: { channelId, userId: target.id } }),
    },
    {
      as: 'of oneself',
      scope: 'channel',
      // Of oneself in the channel of the other server.
      except: { elsewhere: 'allowed' },
      request: ({ channelId, caller }) => ({ params: { channelId, userId: caller.id } }),
    },
  ],
};
