import { randomUUID } from 'node:crypto';
import {
  addRecipient,
  createChannel,
  createThread,
  deleteChannel,
  deleteOverwrite,
  joinThread,
  leaveThread,
  openConversation,
  permissionsOf,
  removeRecipient,
  setForumTags,
  setOverwrite,
  updateChannel,
  updateConversation,
} from '@hearth/contract';
import type { Listener } from '../circles.js';
import type { HearerRow, HearerRows } from '../row.js';
import type { Stage } from '../stage.js';
import { befriend } from '../stage-scenery.js';

const words = () => ({ name: 'new', content: 'words', nonce: randomUUID() });
const hiding = (stage: Stage, name: Listener) => ({
  targetId: stage.user(name).id,
  type: 'MEMBER' as const,
  allow: '0',
  deny: permissionsOf('VIEW_CHANNEL').toString(),
});

const begin = async (stage: Stage, channelId: string) => {
  const thread = await stage.api.call(createThread, { params: { channelId }, body: words() });
  return ({ id }: { id: string }) => id === thread.id;
};
const change = async (stage: Stage, channelId: string, body: { name: string } | { archived: boolean } = { name: 'renamed' }) => {
  await stage.api.call(updateChannel, { params: { channelId }, body });
  return ({ id }: { id: string }) => id === channelId;
};
const remove = async (stage: Stage, channelId: string) => {
  await stage.api.call(deleteChannel, { params: { channelId }, query: {} });
  return (gone: { channelId: string }) => gone.channelId === channelId;
};
const archive = (stage: Stage) => change(stage, stage.threadId, { archived: true });
const entered =
  ({ threadId }: Stage) =>
  ({ channel }: { channel: { id: string } }) =>
    channel.id === threadId;

const show = async (stage: Stage, name: Listener) => {
  await stage.as('owner').call(deleteOverwrite, { params: { channelId: stage.categoryId, targetId: stage.user(name).id }, query: {} });
};

const created: HearerRow<'channel:create'>[] = [
  {
    as: 'with overwrites',
    circle: 'channel',
    act: async (stage) => {
      const overwrites = [hiding(stage, 'hidden'), hiding(stage, 'out of sight')];
      const body = { name: 'new', type: 'TEXT' as const, overwrites };
      const channel = await stage.as('owner').call(createChannel, { params: { serverId: stage.serverId }, body });
      return ({ id }) => id === channel.id;
    },
  },
  {
    as: 'for all',
    circle: 'server',
    act: async (stage) => {
      const body = { name: 'new', type: 'TEXT' as const };
      const channel = await stage.api.call(createChannel, { params: { serverId: stage.serverId }, body });
      return ({ id }) => id === channel.id;
    },
  },
  { as: 'a thread', circle: 'channel', act: (stage) => begin(stage, stage.channelId) },
  { as: 'a post', circle: 'channel', act: (stage) => begin(stage, stage.forumId) },
  {
    as: 'that comes in sight',
    circle: 'nobody',
    also: ['out of sight'],
    act: async (stage) => {
      await show(stage, 'out of sight');
      return ({ id }) => id === stage.channelId;
    },
  },
  {
    as: 'a DM',
    circle: 'own',
    act: async (stage) => {
      const { channel } = await stage.api.call(openConversation, { body: { userId: stage.user('member').id } });
      return ({ id }) => id === channel.id;
    },
  },
  {
    as: 'a group',
    circle: 'conversation',
    act: async (stage) => {
      const { channel } = await stage.api.call(openConversation, { body: { userIds: [stage.user('friend').id] } });
      return ({ id }) => id === channel.id;
    },
  },
  {
    as: 'a group, for somebody who is taken in',
    circle: 'nobody',
    also: ['stranger'],
    prepare: (stage) => befriend(stage, 'actor', 'stranger'),
    act: async (stage) => {
      await stage.api.call(addRecipient, { params: { channelId: stage.groupId, userId: stage.user('stranger').id } });
      return ({ id }) => id === stage.groupId;
    },
  },
];

const removed: HearerRow<'channel:delete'>[] = [
  { circle: 'channel', act: (stage) => remove(stage, stage.channelId) },
  { as: 'a thread', circle: 'channel', act: (stage) => remove(stage, stage.threadId) },
  { as: 'a post', circle: 'channel', act: (stage) => remove(stage, stage.postId) },
  { as: 'for all', circle: 'server', act: (stage) => remove(stage, stage.openId) },
  // The others hear that somebody went.
  { as: 'a group that one leaves', circle: 'own', act: (stage) => remove(stage, stage.groupId) },
  {
    as: 'a group, for somebody who is removed',
    circle: 'nobody',
    also: ['friend'],
    act: async (stage) => {
      await stage.api.call(removeRecipient, { params: { channelId: stage.groupId, userId: stage.user('friend').id } });
      return ({ channelId }) => channelId === stage.groupId;
    },
  },
  {
    as: 'that goes out of sight',
    circle: 'nobody',
    also: ['member'],
    act: async (stage) => {
      const { targetId, ...body } = hiding(stage, 'member');
      await stage.as('owner').call(setOverwrite, { params: { channelId: stage.categoryId, targetId }, body });
      return ({ channelId }) => channelId === stage.channelId;
    },
  },
];

const joined: HearerRow<'channel:join'>[] = [
  {
    circle: 'nobody',
    also: ['member'],
    act: async (stage) => {
      await stage.as('member').call(joinThread, { params: { channelId: stage.threadId } });
      return entered(stage);
    },
  },
  {
    as: 'by writing',
    circle: 'nobody',
    also: ['member'],
    act: async (stage) => {
      await stage.say(stage.threadId, 'member');
      return entered(stage);
    },
  },
  {
    as: 'by beginning it',
    circle: 'own',
    act: async (stage) => {
      const isIt = await begin(stage, stage.channelId);
      return ({ channel }) => isIt(channel);
    },
  },
  {
    as: 'opened again by a message',
    circle: 'own',
    also: ['timed out', 'member'],
    prepare: archive,
    act: async (stage) => {
      await stage.say(stage.threadId, 'member');
      return entered(stage);
    },
  },
  {
    as: 'opened again by hand',
    circle: 'own',
    also: ['timed out'],
    prepare: archive,
    act: async (stage) => {
      await change(stage, stage.threadId, { archived: false });
      return entered(stage);
    },
  },
  {
    as: 'that comes in sight again',
    circle: 'nobody',
    also: ['out of sight'],
    act: async (stage) => {
      await show(stage, 'out of sight');
      return entered(stage);
    },
  },
];

export const channelRows: HearerRows<
  'channel:create' | 'channel:update' | 'channel:delete' | 'channel:join' | 'channel:leave' | 'conversation:update'
> = {
  'channel:create': created,
  'channel:update': [
    { circle: 'channel', act: (stage) => change(stage, stage.channelId) },
    { as: 'a thread', circle: 'channel', act: (stage) => change(stage, stage.threadId) },
    { as: 'a thread, archived', circle: 'channel', act: archive },
    { as: 'a post', circle: 'channel', act: (stage) => change(stage, stage.postId) },
    { as: 'for all', circle: 'server', act: (stage) => change(stage, stage.openId) },
    { as: 'a group', circle: 'group', act: (stage) => change(stage, stage.groupId) },
    {
      as: 'the tags of a forum',
      circle: 'channel',
      act: async (stage) => {
        await stage.api.call(setForumTags, { params: { channelId: stage.forumId }, body: { tags: [{ name: 'Question' }] } });
        return ({ id }) => id === stage.forumId;
      },
    },
    {
      as: 'an overwrite',
      circle: 'channel',
      act: async (stage) => {
        const { id: targetId } = stage.user('member');
        const body = { type: 'MEMBER' as const, allow: '0', deny: permissionsOf('SEND_MESSAGES').toString() };
        await stage.as('owner').call(setOverwrite, { params: { channelId: stage.channelId, targetId }, body });
        return ({ id }) => id === stage.channelId;
      },
    },
    {
      as: 'an overwrite that hides it',
      circle: 'channel',
      // Hears that it is gone.
      without: ['member'],
      act: async (stage) => {
        const { targetId, ...body } = hiding(stage, 'member');
        await stage.as('owner').call(setOverwrite, { params: { channelId: stage.channelId, targetId }, body });
        return ({ id }) => id === stage.channelId;
      },
    },
  ],
  'channel:delete': removed,
  'channel:join': joined,
  'channel:leave': {
    circle: 'own',
    act: async (stage) => {
      await stage.api.call(leaveThread, { params: { channelId: stage.threadId } });
      return ({ channelId }) => channelId === stage.threadId;
    },
  },
  'conversation:update': {
    circle: 'own',
    act: async (stage) => {
      await stage.api.call(updateConversation, { params: { channelId: stage.groupId }, body: { pinned: true } });
      return ({ channelId }) => channelId === stage.groupId;
    },
  },
};
