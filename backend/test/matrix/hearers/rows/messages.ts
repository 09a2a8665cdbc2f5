import {
  addRecipient,
  banMember,
  bulkDeleteMessages,
  createAutoModRule,
  createChannel,
  deleteMessage,
  followChannel,
  openConversation,
  publishMessage,
  starMessage,
  type ServerPayload,
} from '@hearth/contract';
import { ChannelVersions } from '../../../../src/sync/channel-versions.js';
import type { HearerRows } from '../row.js';
import type { Stage } from '../stage.js';
import { befriend } from '../stage-scenery.js';
import { everywhere, everywhereInServer } from './places.js';
import { undo } from './raid.js';

/** Published in a channel for all that the channel follows. Returns the id. */
async function announce(stage: Stage): Promise<string> {
  const { serverId, channelId: targetId } = stage;
  const news = await stage.api.call(createChannel, { params: { serverId }, body: { name: 'news', type: 'ANNOUNCEMENT' } });
  await stage.api.call(followChannel, { params: { channelId: news.id }, body: { targetId } });
  const { id: messageId } = await stage.say(news.id);
  await stage.api.call(publishMessage, { params: { messageId } });
  return messageId;
}

const isCopyOf =
  ({ channelId }: Stage, originId: string) =>
  ({ message }: Pick<ServerPayload<'message:new'>, 'message'>) =>
    message.channelId === channelId && message.origin?.messageId === originId;

export const messageRows: HearerRows<
  | 'message:new'
  | 'message:update'
  | 'message:delete'
  | 'message:bulk-delete'
  | 'message:mark'
  | 'channel:versions'
  | 'channel:receipts'
  | 'channel:read'
  | 'typing'
> = {
  'message:new': [
    ...everywhere<'message:new'>(async (stage, channelId) => {
      const { id } = await stage.say(channelId);
      return ({ message }) => message.id === id;
    }),
    {
      as: 'a copy',
      circle: 'channel',
      act: async (stage) => {
        const originId = await announce(stage);
        return isCopyOf(stage, originId);
      },
    },
    {
      as: 'the first in a DM',
      circle: 'own',
      also: ['member'],
      act: async (stage) => {
        const { channel } = await stage.api.call(openConversation, { body: { userId: stage.user('member').id } });
        const { id } = await stage.say(channel.id);
        return ({ message }) => message.id === id;
      },
    },
    {
      as: 'that somebody came into a group',
      circle: 'group',
      also: ['stranger'],
      prepare: (stage) => befriend(stage, 'actor', 'stranger'),
      act: async (stage) => {
        await stage.api.call(addRecipient, { params: { channelId: stage.groupId, userId: stage.user('stranger').id } });
        return ({ message }) => message.channelId === stage.groupId && message.type === 'RECIPIENT_ADD';
      },
    },
    {
      as: 'after several were removed',
      circle: 'server',
      without: ['member', 'pending'],
      act: async (stage) => {
        const incidentId = await undo(stage, ['member', 'pending'], 'kick');
        await stage.audience
          .socket('owner')
          .next('moderation:progress', ({ targetId, status }) => targetId === incidentId && status === 'DONE');
        const { id } = await stage.say(stage.openId);
        return ({ message }) => message.id === id;
      },
    },
    {
      as: 'an alert',
      circle: 'channel',
      act: async (stage) => {
        const { serverId, channelId, openId } = stage;
        const trigger = { type: 'KEYWORD' as const, keywords: ['words'] };
        const body = { name: 'Rule', trigger, actions: [{ type: 'ALERT' as const, channelId }] };
        await stage.api.call(createAutoModRule, { params: { serverId }, body });
        await stage.say(openId, 'member');
        return ({ message }) => message.channelId === channelId && message.type === 'AUTOMOD_ALERT';
      },
    },
  ],
  'message:update': [
    ...everywhere<'message:update'>(async (stage, channelId) => {
      const { id } = await stage.say(channelId);
      await stage.emit('actor', 'message:edit', { messageId: id, content: 'other words' });
      return ({ message }) => message.id === id;
    }),
    {
      as: 'a copy',
      circle: 'channel',
      act: async (stage) => {
        const originId = await announce(stage);
        const isIt = isCopyOf(stage, originId);
        await stage.audience.socket('actor').next('message:new', isIt);
        await stage.emit('actor', 'message:edit', { messageId: originId, content: 'other words' });
        return isIt;
      },
    },
  ],
  'message:delete': everywhere<'message:delete'>(async (stage, channelId, other) => {
    const { id } = await stage.say(channelId, other);
    await stage.as(other).call(deleteMessage, { params: { messageId: id } });
    return ({ message }) => message.id === id;
  }),
  'message:bulk-delete': [
    ...everywhereInServer<'message:bulk-delete'>(async (stage, channelId) => {
      const { id } = await stage.say(channelId);
      await stage.api.call(bulkDeleteMessages, { params: { channelId }, body: { ids: [id] } });
      return ({ ids }) => ids.includes(id);
    }),
    {
      as: 'with a ban',
      circle: 'channel',
      without: ['member'],
      act: async (stage) => {
        const { serverId, channelId } = stage;
        const { id } = await stage.say(channelId, 'member');
        const params = { serverId, userId: stage.user('member').id };
        await stage.api.call(banMember, { params, body: { deleteMessageSeconds: 3_600 } });
        return ({ ids }) => ids.includes(id);
      },
    },
  ],
  'message:mark': everywhere<'message:mark'>(async (stage, channelId) => {
    const { id: messageId } = await stage.say(channelId);
    await stage.api.call(starMessage, { params: { messageId } });
    return (mark) => mark.messageId === messageId;
  }).map((row) => ({ ...row, circle: 'own' as const })),
  'channel:versions': everywhere<'channel:versions'>(async (stage, channelId) => {
    await stage.say(channelId);
    await stage.hearth.get(ChannelVersions).tell();
    return ({ channels }) => channels.some((each) => each.channelId === channelId);
  }),
  'channel:receipts': [
    ...everywhere<'channel:receipts'>(async (stage, channelId, other) => {
      const { seq } = await stage.say(channelId, other);
      await stage.emit('actor', 'channel:read', { channelId, seq });
      return (payload) => payload.channelId === channelId && payload.receipts.some(({ userId }) => userId === stage.user('actor').id);
    }),
  ],
  'channel:read': everywhere<'channel:read'>(async (stage, channelId, other) => {
    const { seq } = await stage.say(channelId, other);
    await stage.emit('actor', 'channel:read', { channelId, seq });
    return (payload) => payload.channelId === channelId && payload.lastReadSeq === seq;
  }).map((row) => ({ ...row, circle: 'own' as const })),
  typing: everywhere<'typing'>(async (stage, channelId) => {
    await stage.emit('actor', 'typing:start', { channelId });
    return (payload) => payload.channelId === channelId && payload.userId === stage.user('actor').id;
  }),
};
