import type { reactionRoutes } from '@hearth/contract';
import type { TestUser } from '../../factories/users.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const EMOJI = '🎉';

/** A message with a reaction of somebody. */
async function reactedBy(scene: Scene, user: TestUser): Promise<string> {
  const messageId = await scene.message();
  const { db } = scene.hearth;
  await db.message.update({ where: { id: BigInt(messageId) }, data: { reactions: [{ emoji: EMOJI, count: 1 }] } });
  await db.reaction.create({ data: { messageId: BigInt(messageId), emoji: EMOJI, userId: BigInt(user.id) } });
  return messageId;
}

const fresh = async (scene: Scene) => ({ params: { messageId: await scene.message(), emoji: EMOJI } });
const joining = async (scene: Scene) => ({ params: { messageId: await reactedBy(scene, scene.target), emoji: EMOJI } });
const own = async (scene: Scene) => ({ params: { messageId: await reactedBy(scene, scene.caller), emoji: EMOJI } });
const ofTarget = async (scene: Scene) => ({ ...(await joining(scene)), query: { userId: scene.target.id } });
const all = async (scene: Scene) => ({ params: { messageId: await reactedBy(scene, scene.target) } });

export const reactionRows: RouteRows<typeof reactionRoutes> = {
  addReaction: [
    { as: 'the first of a kind', scope: 'channel', needs: ['ADD_REACTIONS', 'READ_MESSAGE_HISTORY'], request: fresh },
    { as: 'to a kind that is there', scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], request: joining },
    {
      as: 'in a thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['ADD_REACTIONS', 'READ_MESSAGE_HISTORY'],
      request: fresh,
    },
    { as: 'in a DM', scope: 'conversation', needs: ['ADD_REACTIONS'], request: fresh },
  ],
  removeReaction: [
    { as: 'an own one', scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], request: own },
    { as: 'an own one in a DM', scope: 'conversation', needs: ['ADD_REACTIONS'], request: own },
    { as: 'that of somebody else', scope: 'channel', needs: ['MANAGE_MESSAGES'], request: ofTarget },
    { as: 'that of somebody else in a DM', scope: 'conversation', reservedFor: 'nobody', request: ofTarget },
  ],
  clearReactions: [
    { scope: 'channel', needs: ['MANAGE_MESSAGES'], request: all },
    { as: 'in a group', scope: 'conversation', channelType: 'GROUP_DM', reservedFor: 'nobody', request: all },
  ],
  listReactions: [
    { scope: 'channel', request: joining },
    { as: 'in a DM', scope: 'conversation', request: joining },
  ],
};
