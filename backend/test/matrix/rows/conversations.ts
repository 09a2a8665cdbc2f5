import type { conversationRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { befriend, blockedMember, friend } from './people.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

/** Only friends can be taken into a group. */
async function friendOf(scene: Scene) {
  const { caller, world } = scene;
  await befriend(scene, caller, world.bystander);
  return world.bystander.id;
}

/** The caller sees that channel, but it is no group. */
const NO_GROUP = { elsewhere: 'VALIDATION' } as const;

export const conversationRows: RouteRows<typeof conversationRoutes> = {
  listConversations: { scope: 'account', request: () => ({}) },
  openConversation: [
    // By default whoever shares a server may write.
    {
      as: 'a DM',
      scope: 'server',
      restricted: 'allowed',
      except: { malformed: 'VALIDATION' },
      extra: [friend('allowed'), blockedMember('NOT_ACCEPTED')],
      request: ({ target }) => ({ body: { userId: target.id } }),
    },
    { as: 'a group', scope: 'account', request: async (scene) => ({ body: { userIds: [await friendOf(scene)] } }) },
  ],
  getConversation: { scope: 'conversation', request: channelParams },
  updateConversation: { scope: 'conversation', request: (scene) => ({ ...channelParams(scene), body: { pinned: true } }) },
  addRecipient: {
    scope: 'conversation',
    channelType: 'GROUP_DM',
    except: NO_GROUP,
    request: async (scene) => ({ params: { channelId: scene.channelId, userId: await friendOf(scene) } }),
  },
  removeRecipient: [
    {
      as: 'oneself',
      scope: 'conversation',
      channelType: 'GROUP_DM',
      except: NO_GROUP,
      request: ({ channelId, caller }) => ({ params: { channelId, userId: caller.id } }),
    },
    {
      as: 'another',
      scope: 'conversation',
      channelType: 'GROUP_DM',
      except: NO_GROUP,
      reservedFor: 'owner',
      request: ({ channelId, target }) => ({ params: { channelId, userId: target.id } }),
    },
  ],
};
