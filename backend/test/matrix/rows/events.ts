import { randomUUID } from 'node:crypto';
import type { EveryEventRow } from '../row.js';
import type { Scene } from '../scene.js';
import { voiceMessage } from './messages.js';

const ownMessage = async (scene: Scene) => ({ messageId: await scene.message({ author: scene.caller }) });
const thatOfTarget = async (scene: Scene) => ({ messageId: await scene.message({ author: scene.target }) });
const channelOf = ({ channelId }: Scene) => ({ channelId });

/** Over a socket the same use cases answer as over REST: the rows hold them to the same rules. */
export const eventRows: EveryEventRow = {
  'message:send': [
    {
      scope: 'channel',
      needs: ['SEND_MESSAGES'],
      payload: (scene) => ({ ...channelOf(scene), content: 'Hello', nonce: randomUUID() }),
    },
    {
      as: 'a voice message',
      scope: 'channel',
      needs: ['SEND_MESSAGES', 'ATTACH_FILES', 'SEND_VOICE_MESSAGES'],
      payload: async (scene) => ({ ...channelOf(scene), ...(await voiceMessage(scene)) }),
    },
    {
      as: 'in a thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['SEND_MESSAGES_IN_THREADS'],
      payload: (scene) => ({ ...channelOf(scene), content: 'Hello', nonce: randomUUID() }),
    },
    {
      as: 'in a DM',
      scope: 'conversation',
      needs: ['SEND_MESSAGES'],
      payload: (scene) => ({ ...channelOf(scene), content: 'Hello', nonce: randomUUID() }),
    },
  ],
  'message:edit': [
    {
      as: 'an own one',
      scope: 'channel',
      needs: ['SEND_MESSAGES'],
      payload: async (scene) => ({ ...(await ownMessage(scene)), content: 'Hello again' }),
    },
    {
      as: 'an own one in a thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['SEND_MESSAGES_IN_THREADS'],
      payload: async (scene) => ({ ...(await ownMessage(scene)), content: 'Hello again' }),
    },
    {
      as: 'an own one in a DM',
      scope: 'conversation',
      needs: ['SEND_MESSAGES'],
      payload: async (scene) => ({ ...(await ownMessage(scene)), content: 'Hello again' }),
    },
    {
      as: 'that of somebody else',
      scope: 'channel',
      reservedFor: 'nobody',
      payload: async (scene) => ({ ...(await thatOfTarget(scene)), content: 'Hello again' }),
    },
  ],
  'message:delete': [
    { as: 'an own one', scope: 'channel', payload: ownMessage },
    { as: 'an own one in a DM', scope: 'conversation', payload: ownMessage },
    { as: 'that of somebody else', scope: 'channel', needs: ['MANAGE_MESSAGES'], payload: thatOfTarget },
    {
      as: 'that of somebody else in a group',
      scope: 'conversation',
      channelType: 'GROUP_DM',
      reservedFor: 'nobody',
      payload: thatOfTarget,
    },
  ],
  'reaction:add': [
    {
      scope: 'channel',
      needs: ['ADD_REACTIONS', 'READ_MESSAGE_HISTORY'],
      payload: async (scene) => ({ ...(await thatOfTarget(scene)), emoji: '🎉' }),
    },
    {
      as: 'in a DM',
      scope: 'conversation',
      needs: ['ADD_REACTIONS'],
      payload: async (scene) => ({ ...(await thatOfTarget(scene)), emoji: '🎉' }),
    },
  ],
  'reaction:remove': [
    { scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], payload: async (scene) => ({ ...(await thatOfTarget(scene)), emoji: '🎉' }) },
    {
      as: 'in a DM',
      scope: 'conversation',
      needs: ['ADD_REACTIONS'],
      payload: async (scene) => ({ ...(await thatOfTarget(scene)), emoji: '🎉' }),
    },
  ],
  // Passes over the channels that the caller does not see, which would be noise to whoever just lost one.
  'channel:delivered': { scope: 'account', payload: (scene) => ({ positions: [{ ...channelOf(scene), seq: 1 }] }) },
  'channel:read': [
    { scope: 'channel', restricted: 'allowed', payload: (scene) => ({ ...channelOf(scene), seq: 0 }) },
    { as: 'a DM', scope: 'conversation', payload: (scene) => ({ ...channelOf(scene), seq: 0 }) },
  ],
  'typing:start': [
    { scope: 'channel', needs: ['SEND_MESSAGES'], payload: channelOf },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', needs: ['SEND_MESSAGES_IN_THREADS'], payload: channelOf },
    { as: 'in a DM', scope: 'conversation', needs: ['SEND_MESSAGES'], payload: channelOf },
  ],
  'typing:stop': [
    { scope: 'channel', needs: ['SEND_MESSAGES'], payload: channelOf },
    { as: 'in a DM', scope: 'conversation', needs: ['SEND_MESSAGES'], payload: channelOf },
  ],
  'server:subscribe': [
    { scope: 'channel', restricted: 'allowed', payload: ({ serverId, channelId }) => ({ serverId, channelId, blocks: [0] }) },
    {
      as: 'beside a thread',
      scope: 'channel',
      channelType: 'THREAD',
      restricted: 'allowed',
      payload: ({ serverId, channelId }) => ({ serverId, channelId, blocks: [0, 1] }),
    },
    // A DM has no list of members of a server.
    {
      as: 'beside a DM',
      scope: 'conversation',
      reservedFor: 'nobody',
      refusal: 'NOT_FOUND',
      payload: ({ serverId, channelId }) => ({ serverId, channelId, blocks: [0] }),
    },
  ],
  'presence:update': { scope: 'account', payload: () => ({ active: true }) },
};
