import type { pictureRoutes } from '@hearth/contract';
import { pictureUrl } from '../../factories/pictures.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const needs = ['MANAGE_SERVER'] as const;
const brought = () => ({ body: { image: pictureUrl() } });
const broughtTo = (scene: Scene) => ({ ...serverParams(scene), ...brought() });

export const pictureRows: RouteRows<typeof pictureRoutes> = {
  setAvatar: { scope: 'account', request: brought },
  removeAvatar: { scope: 'account' },
  setProfileBanner: { scope: 'account', request: brought },
  removeProfileBanner: { scope: 'account' },
  setServerIcon: { scope: 'server', needs, request: broughtTo },
  removeServerIcon: { scope: 'server', needs, request: serverParams },
  setServerBanner: { scope: 'server', needs, request: broughtTo },
  removeServerBanner: { scope: 'server', needs, request: serverParams },
};
