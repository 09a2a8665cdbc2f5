import { setServerIcon, type pictureRoutes } from '@hearth/contract';
import { pictureUrl } from '../../factories/pictures.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const needs = ['MANAGE_SERVER'] as const;
const brought = () => ({ body: { image: pictureUrl() } });
const invited = async (scene: Scene) => {
  const code = `code${scene.nextId()}`;
  await scene.hearth.db.invite.create({ data: { code, serverId: BigInt(scene.serverId), inviterId: BigInt(scene.owner.id) } });
  await scene.hearth.api.as(scene.owner).call(setServerIcon, broughtTo(scene));
  return { params: { code } };
};
const broughtTo = (scene: Scene) => ({ ...serverParams(scene), ...brought() });

export const pictureRows: RouteRows<typeof pictureRoutes> = {
  setAvatar: { scope: 'account', request: brought },
  removeAvatar: { scope: 'account' },
  setProfileBanner: { scope: 'account', request: brought },
  removeProfileBanner: { scope: 'account' },
  setServerIcon: { scope: 'server', needs, request: broughtTo },
  removeServerIcon: { scope: 'server', needs, request: serverParams },
  // Whoever holds an invite may know where it leads, also who is banned: they find it out by signing out.
  getInviteIcon: { scope: 'public', request: invited },
  setServerBanner: { scope: 'server', needs, request: broughtTo },
  removeServerBanner: { scope: 'server', needs, request: serverParams },
};
