import { addRecipient, ignoreUser, openConversation, setRelationship, updateMe, updateSettings } from '@hearth/contract';
import { Snapshots } from '../../../../src/sync/snapshots.js';
import type { Circle, Listener } from '../circles.js';
import type { HearerRow, HearerRows } from '../row.js';
import type { Stage } from '../stage.js';
import { befriend } from '../stage-scenery.js';

const userParams = (stage: Stage, name: Listener) => ({ params: { userId: stage.user(name).id } });
/** Between two people, whichever of them is told. */
const between = (stage: Stage, name: Listener) => {
  const ids = [stage.user('actor').id, stage.user(name).id];
  return ({ user }: { user: { id: string } }) => ids.includes(user.id);
};
const ofUser = (stage: Stage, name: Listener) => {
  const { id } = stage.user(name);
  return ({ userId }: { userId: string }) => userId === id;
};

/** All are told anew, as after a break of the broker: the place stands in what those in it are told. */
const knows = (circle: Circle, idOf: (stage: Stage) => string): HearerRow<'ready'> => ({
  as: `with the ${circle}`,
  circle,
  act: async (stage) => {
    await stage.hearth.get(Snapshots).tellAll();
    return (ready) => JSON.stringify(ready).includes(`"${idOf(stage)}"`);
  },
});

/** A friend of both takes one into a group in which the other is, of whom one blocks the other. */
const meetInGroup = async (stage: Stage) => {
  const userIds = [stage.user('actor').id];
  const { channel } = await stage.as('friend').call(openConversation, { body: { userIds } });
  await stage.as('friend').call(addRecipient, { params: { channelId: channel.id, userId: stage.user('blocked').id } });
};

const presence: HearerRow<'presence'>[] = [
  {
    as: 'a status',
    circle: 'close',
    prepare: (stage) => stage.emit('actor', 'presence:update', { status: 'online' }),
    act: async (stage) => {
      await stage.emit('actor', 'presence:update', { status: 'dnd' });
      return ofUser(stage, 'actor');
    },
  },
  {
    as: 'a text',
    circle: 'close',
    act: async (stage) => {
      const statusText = `On stage ${stage.serverId}`;
      await stage.api.call(updateMe, { body: { statusText } });
      return ({ text }) => text === statusText;
    },
  },
  {
    as: 'of a new friend',
    circle: 'nobody',
    also: ['member'],
    act: async (stage) => {
      await stage.as('member').call(setRelationship, { ...userParams(stage, 'actor'), body: { type: 'FRIEND' } });
      await stage.api.call(setRelationship, { ...userParams(stage, 'member'), body: { type: 'FRIEND' } });
      return ofUser(stage, 'actor');
    },
  },
  {
    as: 'in a group into which somebody comes who is blocked',
    circle: 'nobody',
    also: ['friend'],
    prepare: (stage) => befriend(stage, 'friend', 'blocked'),
    act: (stage) => meetInGroup(stage).then(() => ofUser(stage, 'actor')),
  },
  {
    as: 'of somebody blocked who comes into a group',
    circle: 'nobody',
    also: ['friend'],
    prepare: (stage) => befriend(stage, 'friend', 'blocked'),
    act: (stage) => meetInGroup(stage).then(() => ofUser(stage, 'blocked')),
  },
];

export const peopleRows: HearerRows<
  'ready' | 'presence' | 'user:update' | 'relationship:update' | 'me:update' | 'settings:update' | 'session:revoked'
> = {
  ready: [
    knows('server', ({ serverId }) => serverId),
    knows('channel', ({ channelId }) => channelId),
    knows('conversation', ({ dmId }) => dmId),
    knows('group', ({ groupId }) => groupId),
    // Another device of theirs saw it; the thread is that of the actor and of whoever may only read.
    { ...knows('own', ({ threadId }) => threadId), as: 'with the thread', also: ['timed out'] },
  ],
  presence,
  'user:update': {
    circle: 'server',
    also: ['friend'],
    act: async (stage) => {
      const displayName = `Actor ${stage.serverId.slice(-6)}`;
      await stage.api.call(updateMe, { body: { displayName } });
      return (user) => user.displayName === displayName;
    },
  },
  'relationship:update': [
    {
      as: 'a request',
      circle: 'own',
      also: ['member'],
      act: async (stage) => {
        await stage.api.call(setRelationship, { ...userParams(stage, 'member'), body: { type: 'FRIEND' } });
        return between(stage, 'member');
      },
    },
    // Nobody is told that they are blocked or ignored.
    {
      as: 'a block',
      circle: 'own',
      act: async (stage) => {
        await stage.api.call(setRelationship, { ...userParams(stage, 'member'), body: { type: 'BLOCKED' } });
        return between(stage, 'member');
      },
    },
    {
      as: 'a friend who is ignored',
      circle: 'own',
      act: async (stage) => {
        await stage.api.call(ignoreUser, userParams(stage, 'friend'));
        return between(stage, 'friend');
      },
    },
  ],
  'me:update': {
    circle: 'own',
    act: async (stage) => {
      const bio = `On stage ${stage.serverId}`;
      await stage.api.call(updateMe, { body: { bio } });
      return (me) => me.bio === bio;
    },
  },
  'settings:update': {
    circle: 'own',
    act: async (stage) => {
      await stage.api.call(updateSettings, { body: { fontSize: 16 } });
      return ({ fontSize }) => fontSize === 16;
    },
  },
  'session:revoked': {
    circle: 'nobody',
    also: ['signed out'],
    prepare: ({ audience }) => audience.openDevice(),
    act: async ({ audience }) => {
      const { sessionId } = audience.user('signed out');
      await audience.revokeDevice();
      return (revoked) => revoked.sessionId === sessionId;
    },
  },
};
