import type { ChannelType } from '@hearth/contract';
import type { Scene } from './scene.js';

const POSITION = { lower: 3, same: 5, higher: 7 } as const;
const HOUR = 3_600_000;

/** Straight into the database: thousands of scenes are built, and no use case makes a member with just these permissions. */
export async function insertServer(scene: Scene, channelType: ChannelType): Promise<void> {
  const { owner, actor } = scene;
  await scene.hearth.db.server.create({
    data: {
      id: BigInt(scene.serverId),
      name: 'Scene',
      ownerId: BigInt(owner.id),
      memberCount: membersOf(scene).length,
      verificationLevel: actor.state === 'unverified' ? 'HIGH' : 'NONE',
    },
  });
  const callerRole = scene.nextId();
  await Promise.all([insertRoles(scene, callerRole), insertMembers(scene), insertChannels(scene, channelType)]);
  await Promise.all([assignRoles(scene, callerRole), insertOverwrite(scene)]);
}

/** A DM or group of the target with the caller, or with the owner where the caller is a stranger. The owner made the group. */
export async function insertConversation(scene: Scene, type: 'DM' | 'GROUP_DM'): Promise<void> {
  const { owner, target, caller, actor, hearth } = scene;
  const id = BigInt(scene.channelId);
  const isIn = actor.who === 'member' || actor.who === 'owner';
  const people = [target, isIn ? caller : owner, ...(type === 'GROUP_DM' ? [owner] : [])].map((user) => BigInt(user.id));
  const recipientIds = [...new Set(people)].sort((one, other) => (one < other ? -1 : 1));
  const kind = type === 'DM' ? { dmKey: recipientIds.join(':') } : { ownerId: BigInt(owner.id) };
  await hearth.db.channel.create({ data: { id, type, name: '', position: 0, ...kind } });
  await hearth.db.recipient.createMany({ data: recipientIds.map((userId) => ({ channelId: id, userId })) });
  if (actor.state !== 'blocked') return;
  await hearth.db.relationship.create({ data: { userId: BigInt(target.id), otherId: BigInt(caller.id), type: 'BLOCKED' } });
}

const isMember = ({ actor }: Scene) => actor.who === 'member';
const membersOf = (scene: Scene) => [scene.owner, scene.world.target, ...(isMember(scene) ? [scene.caller] : [])];

async function insertRoles(scene: Scene, callerRole: string): Promise<void> {
  const serverId = BigInt(scene.serverId);
  const { rank, role, everyone } = scene.actor;
  await scene.hearth.db.role.createMany({
    data: [
      { id: serverId, serverId, name: '@everyone', position: 0, permissions: everyone },
      { id: BigInt(scene.roleId), serverId, name: 'target', position: POSITION.same, permissions: rank === 'same' ? role : 0n },
      { id: BigInt(callerRole), serverId, name: 'caller', position: POSITION[rank === 'lower' ? 'lower' : 'higher'], permissions: role },
    ],
  });
}

async function insertMembers(scene: Scene): Promise<void> {
  const serverId = BigInt(scene.serverId);
  const { state } = scene.actor;
  const members = membersOf(scene).map((user) => ({ serverId, userId: BigInt(user.id) }));
  await scene.hearth.db.member.createMany({ data: members });
  if (state !== 'timed out' && state !== 'pending') return;
  const restriction = state === 'pending' ? { pending: true } : { timeoutUntil: new Date(Date.now() + HOUR) };
  await scene.hearth.db.member.updateMany({ where: { serverId, userId: BigInt(scene.caller.id) }, data: restriction });
}

async function insertChannels(scene: Scene, type: ChannelType): Promise<void> {
  const { db } = scene.hearth;
  const serverId = BigInt(scene.serverId);
  const parentId = BigInt(scene.parentId);
  const channel = { id: parentId, serverId, name: 'scene', position: 0 };
  if (type !== 'THREAD') return void (await db.channel.create({ data: { ...channel, type } }));
  const thread = {
    id: BigInt(scene.channelId),
    serverId,
    parentId,
    name: 'thread',
    position: 0,
    ownerId: BigInt(scene.owner.id),
    tagIds: [],
  };
  await db.channel.create({ data: { ...channel, type: 'TEXT' } });
  await db.channel.create({ data: { ...thread, type: 'THREAD' } });
}

async function assignRoles(scene: Scene, callerRole: string): Promise<void> {
  const { actor, caller, world } = scene;
  const serverId = BigInt(scene.serverId);
  const ofTarget = { serverId, userId: BigInt(world.target.id), roleId: BigInt(scene.roleId) };
  const roleId = actor.rank === 'same' ? ofTarget.roleId : BigInt(callerRole);
  const ofCaller = isMember(scene) && actor.role > 0n ? [{ serverId, userId: BigInt(caller.id), roleId }] : [];
  await scene.hearth.db.memberRole.createMany({ data: [ofTarget, ...ofCaller] });
}

async function insertOverwrite({ hearth, actor, caller, parentId }: Scene): Promise<void> {
  const { allow, deny } = actor;
  if (allow === 0n && deny === 0n) return;
  const key = { channelId: BigInt(parentId), targetId: BigInt(caller.id) };
  await hearth.db.permissionOverwrite.create({ data: { ...key, type: 'MEMBER', allow, deny } });
}
