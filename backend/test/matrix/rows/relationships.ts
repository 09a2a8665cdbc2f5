import type { relationshipRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { blockedMember, friend } from './people.js';

const targetParams = ({ target }: Scene) => ({ params: { userId: target.id } });

async function relatedTo(scene: Scene, relation: { type?: 'BLOCKED'; ignored?: boolean }) {
  const { caller, target, hearth } = scene;
  await hearth.db.relationship.create({ data: { userId: BigInt(caller.id), otherId: BigInt(target.id), ...relation } });
  return targetParams(scene);
}

/** The body is looked at first: that there is somebody with an id is not told by whether it is. */
const NONSENSE = { malformed: 'VALIDATION' } as const;

/** By id only those are known with whom one shares a server or has something to do. Nothing in a server restricts that. */
const KNOWN = { scope: 'server', restricted: 'allowed' } as const;

export const relationshipRows: RouteRows<typeof relationshipRoutes> = {
  listRelationships: { scope: 'account' },
  requestFriend: { scope: 'account', request: ({ target }) => ({ body: { username: target.username } }) },
  setRelationship: [
    {
      ...KNOWN,
      as: 'FRIEND',
      except: NONSENSE,
      extra: [friend('allowed'), blockedMember('NOT_ACCEPTED')],
      request: (scene) => ({ ...targetParams(scene), body: { type: 'FRIEND' } }),
    },
    { ...KNOWN, as: 'BLOCKED', except: NONSENSE, request: (scene) => ({ ...targetParams(scene), body: { type: 'BLOCKED' } }) },
  ],
  removeRelationship: { scope: 'account', request: (scene) => relatedTo(scene, { type: 'BLOCKED' }) },
  ignoreUser: { ...KNOWN, request: targetParams },
  unignoreUser: { scope: 'account', request: (scene) => relatedTo(scene, { ignored: true }) },
};
