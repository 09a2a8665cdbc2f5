import { randomUUID } from 'node:crypto';
import type { forumRoutes, threadRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { attachment } from './files.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });
const words = () => ({ name: 'Thread', content: 'Hello', nonce: randomUUID() });

async function withFile(scene: Scene) {
  const attachmentIds = [await attachment(scene, { owner: scene.caller })];
  return { ...channelParams(scene), body: { name: 'Thread', attachmentIds, nonce: randomUUID() } };
}

async function joined(scene: Scene) {
  await scene.hearth.db.threadMember.create({ data: { channelId: BigInt(scene.channelId), userId: BigInt(scene.caller.id) } });
  return channelParams(scene);
}

export const threadRows: RouteRows<typeof threadRoutes> = {
  createThread: [
    {
      scope: 'channel',
      needs: ['CREATE_THREADS', 'SEND_MESSAGES_IN_THREADS'],
      request: (scene) => ({ ...channelParams(scene), body: words() }),
    },
    {
      as: 'from a message',
      scope: 'channel',
      needs: ['CREATE_THREADS'],
      request: async (scene) => ({ ...channelParams(scene), body: { name: 'Thread', messageId: await scene.message() } }),
    },
    {
      as: 'in a forum',
      scope: 'channel',
      channelType: 'FORUM',
      needs: ['CREATE_THREADS', 'SEND_MESSAGES_IN_THREADS'],
      request: (scene) => ({ ...channelParams(scene), body: words() }),
    },
    {
      as: 'with a file',
      scope: 'channel',
      channelType: 'FORUM',
      needs: ['CREATE_THREADS', 'SEND_MESSAGES_IN_THREADS', 'ATTACH_FILES'],
      request: withFile,
    },
  ],
  listThreads: { scope: 'channel', request: channelParams },
  joinThread: { scope: 'channel', channelType: 'THREAD', restricted: 'allowed', request: channelParams },
  leaveThread: { scope: 'channel', channelType: 'THREAD', restricted: 'allowed', request: joined },
  listThreadMembers: { scope: 'channel', channelType: 'THREAD', request: channelParams },
};

export const forumRows: RouteRows<typeof forumRoutes> = {
  setForumTags: {
    scope: 'channel',
    channelType: 'FORUM',
    needs: ['MANAGE_CHANNELS'],
    request: (scene) => ({ ...channelParams(scene), body: { tags: [{ name: 'Question' }] } }),
  },
};
