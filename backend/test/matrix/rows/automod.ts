import type { autoModRoutes } from '@hearth/contract';
import type { Need, RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const MANAGES: readonly Need[] = ['MANAGE_SERVER'];

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const trigger = { type: 'KEYWORD' as const, keywords: ['spam'], allowed: [] };
const block = { type: 'BLOCK' as const, message: '' };
const timeout = { type: 'TIMEOUT' as const, seconds: 60 };

async function rule(scene: Scene) {
  const { serverId } = scene;
  const ruleId = scene.nextId();
  await scene.hearth.db.autoModRule.create({
    data: {
      id: BigInt(ruleId),
      serverId: BigInt(serverId),
      name: 'Spam',
      trigger: 'KEYWORD',
      config: { keywords: trigger.keywords, allowed: [] },
      actions: [block],
      exemptRoles: [],
      exemptChannels: [],
    },
  });
  return { params: { serverId, ruleId } };
}

export const autoModRows: RouteRows<typeof autoModRoutes> = {
  listAutoModRules: { scope: 'server', needs: MANAGES, request: serverParams },
  createAutoModRule: [
    {
      scope: 'server',
      needs: MANAGES,
      request: (scene) => ({ ...serverParams(scene), body: { name: 'Spam', trigger, actions: [block] } }),
    },
    {
      as: 'that times out',
      scope: 'server',
      needs: [...MANAGES, 'TIMEOUT_MEMBERS'],
      request: (scene) => ({ ...serverParams(scene), body: { name: 'Spam', trigger, actions: [timeout] } }),
    },
  ],
  updateAutoModRule: [
    { scope: 'server', needs: MANAGES, request: async (scene) => ({ ...(await rule(scene)), body: { name: 'Less spam' } }) },
    {
      as: 'to time out',
      scope: 'server',
      needs: [...MANAGES, 'TIMEOUT_MEMBERS'],
      request: async (scene) => ({ ...(await rule(scene)), body: { actions: [timeout] } }),
    },
  ],
  deleteAutoModRule: { scope: 'server', needs: MANAGES, request: rule },
  testAutoModRule: {
    scope: 'server',
    needs: MANAGES,
    request: (scene) => ({ ...serverParams(scene), body: { trigger, content: 'No spam here' } }),
  },
  endRaid: { scope: 'server', needs: MANAGES, request: serverParams },
};
