import { randomUUID } from 'node:crypto';
import type { messageRoutes } from '@hearth/contract';
import type { TestUser } from '../../factories/users.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { attachment, RECORDING } from './files.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });
const words = () => ({ body: { content: 'Hello', nonce: randomUUID() } });
/** What the caller recorded. */
export async function voiceMessage(scene: Scene) {
  const attachmentIds = [await attachment(scene, { owner: scene.caller, meta: RECORDING })];
  return { nonce: randomUUID(), attachmentIds, voice: true };
}

const someMessage = async (scene: Scene) => ({ params: { messageId: await scene.message() } });
const ownMessage = async (scene: Scene) => ({ params: { messageId: await scene.message({ author: scene.caller }) } });

/** From before the caller came in. */
async function oldMessage(scene: Scene) {
  const found = await someMessage(scene);
  await scene.hearth.db.readState.create({
    data: { userId: BigInt(scene.caller.id), channelId: BigInt(scene.channelId), joinedSeq: 1 },
  });
  return found;
}

/** A message of somebody with a file. */
async function withFile(scene: Scene, owner: TestUser) {
  const messageId = await scene.message({ author: owner });
  return { params: { messageId, fileId: await attachment(scene, { owner, messageId }) } };
}

export const messageRows: RouteRows<typeof messageRoutes> = {
  listMessages: [
    { scope: 'channel', request: channelParams },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', request: channelParams },
    { as: 'in a DM', scope: 'conversation', request: channelParams },
  ],
  createMessage: [
    { scope: 'channel', needs: ['SEND_MESSAGES'], request: (scene) => ({ ...channelParams(scene), ...words() }) },
    {
      as: 'with a file',
      scope: 'channel',
      needs: ['SEND_MESSAGES', 'ATTACH_FILES'],
      request: async (scene) => {
        const attachmentIds = [await attachment(scene, { owner: scene.caller })];
        return { ...channelParams(scene), body: { ...words().body, attachmentIds } };
      },
    },
    {
      as: 'a voice message',
      scope: 'channel',
      needs: ['SEND_MESSAGES', 'ATTACH_FILES', 'SEND_VOICE_MESSAGES'],
      request: async (scene) => ({ ...channelParams(scene), body: await voiceMessage(scene) }),
    },
    {
      as: 'in a thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['SEND_MESSAGES_IN_THREADS'],
      request: (scene) => ({ ...channelParams(scene), ...words() }),
    },
    {
      as: 'in a locked thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['SEND_MESSAGES_IN_THREADS', 'MANAGE_THREADS'],
      request: async (scene) => {
        await scene.hearth.db.channel.update({ where: { id: BigInt(scene.channelId) }, data: { locked: true } });
        return { ...channelParams(scene), ...words() };
      },
    },
    { as: 'in a DM', scope: 'conversation', needs: ['SEND_MESSAGES'], request: (scene) => ({ ...channelParams(scene), ...words() }) },
    {
      as: 'in a group',
      scope: 'conversation',
      channelType: 'GROUP_DM',
      request: (scene) => ({ ...channelParams(scene), ...words() }),
    },
  ],
  listChanges: [
    { scope: 'channel', request: (scene) => ({ ...channelParams(scene), query: { after: '0' } }) },
    { as: 'in a DM', scope: 'conversation', request: (scene) => ({ ...channelParams(scene), query: { after: '0' } }) },
  ],
  getMessage: [
    { scope: 'channel', request: someMessage },
    { as: 'from before one came', scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], refusal: 'NOT_FOUND', request: oldMessage },
    { as: 'in a DM', scope: 'conversation', request: someMessage },
  ],
  editMessage: [
    {
      as: 'an own one',
      scope: 'channel',
      needs: ['SEND_MESSAGES'],
      request: async (scene) => ({ ...(await ownMessage(scene)), body: { content: 'Hello again' } }),
    },
    {
      as: 'that of somebody else',
      scope: 'channel',
      reservedFor: 'nobody',
      request: async (scene) => ({
        params: { messageId: await scene.message({ author: scene.target }) },
        body: { content: 'Hello again' },
      }),
    },
    {
      as: 'an own one in a DM',
      scope: 'conversation',
      needs: ['SEND_MESSAGES'],
      request: async (scene) => ({ ...(await ownMessage(scene)), body: { content: 'Hello again' } }),
    },
  ],
  deleteMessage: [
    { as: 'an own one', scope: 'channel', request: ownMessage },
    {
      as: 'that of somebody else',
      scope: 'channel',
      needs: ['MANAGE_MESSAGES'],
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } }),
    },
    {
      as: 'that of somebody else in a DM',
      scope: 'conversation',
      reservedFor: 'nobody',
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } }),
    },
  ],
  removeAttachment: [
    { as: 'from an own one', scope: 'channel', request: (scene) => withFile(scene, scene.caller) },
    { as: 'from that of somebody else', scope: 'channel', needs: ['MANAGE_MESSAGES'], request: (scene) => withFile(scene, scene.target) },
    {
      as: 'from that of somebody else in a DM',
      scope: 'conversation',
      reservedFor: 'nobody',
      request: (scene) => withFile(scene, scene.target),
    },
  ],
  bulkDeleteMessages: {
    scope: 'channel',
    needs: ['MANAGE_MESSAGES'],
    request: async (scene) => ({ ...channelParams(scene), body: { ids: [await scene.message({ author: scene.target })] } }),
  },
};
