import type { pollRoutes } from '@hearth/contract';
import type { TestUser } from '../../factories/users.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const answers = ['Soup', 'Salad'].map((text, index) => ({ id: index + 1, text, votes: 0 }));
const POLL = { question: 'Lunch?', answers, multiple: false, expiresAt: null, closedAt: null, voters: 0 };

async function pollOf(scene: Scene, author: TestUser) {
  const messageId = await scene.message({ author });
  await scene.hearth.db.message.update({ where: { id: BigInt(messageId) }, data: { type: 'POLL', poll: POLL } });
  return { params: { messageId } };
}

const ofTarget = (scene: Scene) => pollOf(scene, scene.target);
const own = (scene: Scene) => pollOf(scene, scene.caller);
const voting = async (scene: Scene) => ({ ...(await ofTarget(scene)), body: { answers: [1] } });

export const pollRows: RouteRows<typeof pollRoutes> = {
  vote: [
    { scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], request: voting },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', needs: ['READ_MESSAGE_HISTORY'], request: voting },
    { as: 'in a group', scope: 'conversation', channelType: 'GROUP_DM', request: voting },
  ],
  takeBackVote: { scope: 'channel', needs: ['READ_MESSAGE_HISTORY'], request: ofTarget },
  listVoters: { scope: 'channel', request: async (scene) => ({ ...(await ofTarget(scene)), query: { answer: '1' } }) },
  endPoll: [
    { as: 'an own one', scope: 'channel', request: own },
    { as: 'that of somebody else', scope: 'channel', needs: ['MANAGE_MESSAGES'], request: ofTarget },
    { as: 'that of somebody else in a DM', scope: 'conversation', reservedFor: 'nobody', request: ofTarget },
  ],
};
