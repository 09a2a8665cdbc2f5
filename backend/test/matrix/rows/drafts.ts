import type { draftRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });
const words = (scene: Scene) => ({ ...channelParams(scene), body: { content: 'Not sent yet' } });

// Whoever may only read for now keeps what they wrote.
export const draftRows: RouteRows<typeof draftRoutes> = {
  listDrafts: { scope: 'account', request: () => ({}) },
  saveDraft: [
    { scope: 'channel', restricted: 'allowed', request: words },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', restricted: 'allowed', request: words },
    { as: 'in a DM', scope: 'conversation', request: words },
  ],
  deleteDraft: [
    { scope: 'channel', restricted: 'allowed', request: channelParams },
    { as: 'in a DM', scope: 'conversation', request: channelParams },
  ],
};
