import { randomUUID } from 'node:crypto';
import type { editRoutes, forwardRoutes, markRoutes, pinRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const someMessage = async (scene: Scene) => ({ params: { messageId: await scene.message() } });
const inThread = { as: 'in a thread', scope: 'channel', channelType: 'THREAD' } as const;
const inDm = { as: 'in a DM', scope: 'conversation' } as const;
const inGroup = { as: 'in a group', scope: 'conversation', channelType: 'GROUP_DM' } as const;

export const pinRows: RouteRows<typeof pinRoutes> = {
  pinMessage: [
    { scope: 'channel', needs: ['MANAGE_MESSAGES'], request: someMessage },
    { ...inThread, needs: ['MANAGE_MESSAGES'], request: someMessage },
    { ...inDm, needs: ['SEND_MESSAGES'], request: someMessage },
    { ...inGroup, request: someMessage },
  ],
  unpinMessage: [
    { scope: 'channel', needs: ['MANAGE_MESSAGES'], request: someMessage },
    { ...inDm, needs: ['SEND_MESSAGES'], request: someMessage },
  ],
  listPins: [
    { scope: 'channel', request: ({ channelId }) => ({ params: { channelId } }) },
    { ...inDm, request: ({ channelId }) => ({ params: { channelId } }) },
  ],
};

// What somebody marks for themselves is no act in the channel: whoever may only read does so too.
const forOneself = [
  { scope: 'channel', restricted: 'allowed', request: someMessage },
  { ...inDm, request: someMessage },
] as const;

export const markRows: RouteRows<typeof markRoutes> = {
  starMessage: forOneself,
  unstarMessage: forOneself,
  hideMessage: forOneself,
  showMessage: forOneself,
  listStarred: { scope: 'account', request: () => ({}) },
  listMarks: { scope: 'account', request: () => ({}) },
};

export const editRows: RouteRows<typeof editRoutes> = {
  listEdits: [
    {
      as: 'of an own one',
      scope: 'channel',
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.caller }) } }),
    },
    {
      as: 'of somebody else',
      scope: 'channel',
      needs: ['MANAGE_MESSAGES'],
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } }),
    },
    { ...inDm, request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } }) },
  ],
};

const forwarding = async (scene: Scene) => ({
  ...(await someMessage(scene)),
  body: { channelIds: [scene.channelId], nonce: randomUUID() },
});

// Whether they may write where it goes is said for each channel in the answer.
export const forwardRows: RouteRows<typeof forwardRoutes> = {
  forwardMessage: [
    { scope: 'channel', restricted: 'allowed', request: forwarding },
    { ...inDm, request: forwarding },
  ],
};
