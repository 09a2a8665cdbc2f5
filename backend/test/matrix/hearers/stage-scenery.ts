import { ALL_PERMISSIONS, DEFAULT_EVERYONE_PERMISSIONS, permissionBits, permissionsOf } from '@hearth/contract';
import type { Listener } from './circles.js';
import type { Stage } from './stage.js';

const MEMBERS = ['actor', 'owner', 'member', 'hidden', 'out of sight', 'timed out', 'pending', 'kicked', 'banned', 'blocked'] as const;
const MODERATORS = ['hidden', 'out of sight', 'timed out', 'kicked', 'banned', 'blocked'] as const;
/** Also some who do not see it any more by the time of the act. */
const IN_THREADS = ['actor', 'hidden', 'out of sight', 'timed out', 'kicked', 'banned'] as const;
const IN_GROUP = ['actor', 'owner', 'blocked', 'friend', 'kicked'] as const;

/** Straight into the database: a stage is built for every row. */
export async function insertServer(stage: Stage): Promise<void> {
  const { db } = stage.hearth;
  const serverId = BigInt(stage.serverId);
  const idOf = (name: Listener) => BigInt(stage.user(name).id);
  await db.server.create({ data: { id: serverId, name: 'Stage', ownerId: idOf('owner'), memberCount: MEMBERS.length } });
  await Promise.all([insertRoles(stage), insertChannels(stage)]);
  await db.member.createMany({ data: MEMBERS.map((name) => ({ serverId, userId: idOf(name), pending: name === 'pending' })) });
  const [chief, moderator] = [BigInt(stage.chiefRoleId), BigInt(stage.moderatorRoleId)];
  await db.memberRole.createMany({
    data: [
      { serverId, userId: idOf('actor'), roleId: chief },
      ...MODERATORS.map((name) => ({ serverId, userId: idOf(name), roleId: moderator })),
    ],
  });
}

export async function insertConversations(stage: Stage): Promise<void> {
  const { db } = stage.hearth;
  const idOf = (name: Listener) => BigInt(stage.user(name).id);
  const [dm, group] = [BigInt(stage.dmId), BigInt(stage.groupId)];
  const pair = [idOf('actor'), idOf('friend')].sort((one, other) => (one < other ? -1 : 1));
  await db.channel.create({ data: { id: dm, type: 'DM', name: '', position: 0, dmKey: pair.join(':') } });
  await db.channel.create({ data: { id: group, type: 'GROUP_DM', name: '', position: 0, ownerId: idOf('actor') } });
  await db.recipient.createMany({
    data: [...pair.map((userId) => ({ channelId: dm, userId })), ...IN_GROUP.map((name) => ({ channelId: group, userId: idOf(name) }))],
  });
  await Promise.all([befriend(stage, 'actor', 'friend'), befriend(stage, 'actor', 'blocked')]);
}

export async function befriend(stage: Stage, one: Listener, other: Listener): Promise<void> {
  const [userId, otherId] = [BigInt(stage.user(one).id), BigInt(stage.user(other).id)];
  const data = [
    { userId, otherId, type: 'FRIEND' as const },
    { userId: otherId, otherId: userId, type: 'FRIEND' as const },
  ];
  await stage.hearth.db.relationship.createMany({ data });
}

async function insertRoles({ hearth, serverId: server, chiefRoleId, moderatorRoleId }: Stage): Promise<void> {
  const serverId = BigInt(server);
  const chief = ALL_PERMISSIONS & ~permissionBits.ADMINISTRATOR;
  await hearth.db.role.createMany({
    data: [
      { id: serverId, serverId, name: '@everyone', position: 0, permissions: DEFAULT_EVERYONE_PERMISSIONS },
      { id: BigInt(moderatorRoleId), serverId, name: 'moderator', position: 1, permissions: permissionsOf('MANAGE_MESSAGES') },
      { id: BigInt(chiefRoleId), serverId, name: 'chief', position: 2, permissions: chief },
    ],
  });
}

async function insertChannels(stage: Stage): Promise<void> {
  const { db } = stage.hearth;
  const [serverId, categoryId] = [BigInt(stage.serverId), BigInt(stage.categoryId)];
  const channel = { serverId, name: 'stage', position: 0 };
  const inCategory = { ...channel, parentId: categoryId };
  const thread = { ...channel, type: 'THREAD' as const, ownerId: BigInt(stage.user('actor').id), tagIds: [] };
  await db.channel.createMany({
    data: [
      { ...channel, id: categoryId, type: 'CATEGORY' },
      { ...channel, id: BigInt(stage.openId), type: 'TEXT' },
      { ...inCategory, id: BigInt(stage.channelId), type: 'TEXT' },
      { ...inCategory, id: BigInt(stage.forumId), type: 'FORUM' },
      ...threadsOf(stage).map((place) => ({ ...thread, ...place })),
    ],
  });
  const shut = [stage.categoryId, stage.channelId, stage.forumId].map(BigInt);
  const hidden = { targetId: BigInt(stage.user('hidden').id), type: 'MEMBER' as const, allow: 0n, deny: permissionsOf('VIEW_CHANNEL') };
  await db.permissionOverwrite.createMany({ data: shut.map((channelId) => ({ ...hidden, channelId })) });
  const people = IN_THREADS.map((name) => BigInt(stage.user(name).id));
  await db.threadMember.createMany({ data: threadsOf(stage).flatMap(({ id }) => people.map((userId) => ({ channelId: id, userId }))) });
}

const threadsOf = (stage: Stage) => [
  { id: BigInt(stage.threadId), parentId: BigInt(stage.channelId) },
  { id: BigInt(stage.postId), parentId: BigInt(stage.forumId) },
];
