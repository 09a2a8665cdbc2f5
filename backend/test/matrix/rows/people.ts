import type { TestUser } from '../../factories/users.js';
import type { Extra, Outcome } from '../row.js';
import type { Scene } from '../scene.js';

/** Makes two people friends. */
export async function befriend({ hearth }: Scene, one: TestUser, other: TestUser): Promise<void> {
  const [userId, otherId] = [BigInt(one.id), BigInt(other.id)];
  await hearth.db.relationship.createMany({
    data: [
      { userId, otherId, type: 'FRIEND' },
      { userId: otherId, otherId: userId, type: 'FRIEND' },
    ],
  });
}

/** Whoever shares no server with the target, but friendship. */
export const friend = (outcome: Outcome): Extra => ({
  name: 'friend',
  like: 'stranger',
  prepare: (scene) => befriend(scene, scene.caller, scene.target),
  outcome,
});

/** A member whom the target blocks. */
export const blockedMember = (outcome: Outcome): Extra => ({
  name: 'member whom they block',
  like: 'member',
  prepare: ({ hearth, caller, target }) =>
    hearth.db.relationship.create({ data: { userId: BigInt(target.id), otherId: BigInt(caller.id), type: 'BLOCKED' } }),
  outcome,
});

export const banned = (outcome: Outcome): Extra => ({
  name: 'somebody banned',
  like: 'stranger',
  prepare: ({ hearth, serverId, caller }) => hearth.db.ban.create({ data: { serverId: BigInt(serverId), userId: BigInt(caller.id) } }),
  outcome,
});
