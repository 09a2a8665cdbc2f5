import { type ServerEventEntry, type SingleServerEventName, routes } from '@hearth/contract';
import { firstChannel, sendMany, type World } from '../world';
import { filesChanged, filesDeleted, withFiles } from './attachments';
import { deletedDirectMessages, directMessages } from './conversations';
import { marks, pins } from './kept-messages';
import { mentioning, mentioningDeletions, mentioningEdits, mentionReading } from './mentions';
import { previews } from './previews';
import { takingPart, takingPartUnheard } from './reactions';
import { type Scenarios, fresh } from './scenario';

/** The page tells that it received what came, and hears of that itself. */
const received: SingleServerEventName[] = ['channel:receipts'];

const newMessages = {
  'several of somebody else': {
    follows: received,
    prepare:
      ({ ben, general }) =>
      () =>
        sendMany(ben, general.id, 5),
  },
  'one of the own other device': {
    prepare: async ({ phone, own }) => {
      const channelId = firstChannel(own).id;
      const { seq } = await phone.send(channelId, 'before it');
      await phone.call(routes.readChannel, { params: { channelId }, body: { seq } });
      return () => phone.send(channelId, 'from the phone');
    },
  },
} satisfies Scenarios;

const edits = {
  'of a new message': {
    prepare: async ({ ben, general }) => {
      const { id } = await ben.send(general.id, 'a slip');
      return () => ben.call(routes.editMessage, { params: { messageId: id }, body: { content: fresh('mended') } });
    },
  },
  'of the oldest message': {
    prepare: async ({ ben, history }) => {
      const query = { after: '0', limit: '100' };
      const { messages } = await ben.call(routes.listMessages, { params: { channelId: history.id }, query });
      const params = { messageId: messages.find(({ deletedAt }) => deletedAt === null)?.id ?? '' };
      return () => ben.call(routes.editMessage, { params, body: { content: fresh('mended') } });
    },
  },
} satisfies Scenarios;

const deletions = {
  'leaves a tombstone': {
    prepare: async ({ ben, general }) => {
      const { id } = await ben.send(general.id, 'a slip');
      return () => ben.call(routes.deleteMessage, { params: { messageId: id } });
    },
  },
} satisfies Scenarios;

/** New messages that do not reach the page. */
async function loseMessages({ tap, ben, general }: World): Promise<void> {
  const { passage } = tap;
  const isKept = ([name]: ServerEventEntry) => name !== 'message:new';
  tap.passage = (frame, pass) => passage(frame.filter(isKept), pass);
  await sendMany(ben, general.id, 3);
}

const announcements = {
  'of a channel whose last messages were lost': {
    follows: received,
    prepare: (world) => async () => {
      await loseMessages(world);
      world.server.passMinute();
      await world.tap.until('channel:versions');
    },
  },
} satisfies Scenarios;

const receipts = {
  'somebody else received': {
    prepare: async ({ ben, phone, own }) => {
      const channelId = firstChannel(own).id;
      const { seq } = await phone.send(channelId, 'receive this');
      return () => ben.emit('channel:delivered', { positions: [{ channelId, seq }] });
    },
  },
  'somebody else read': {
    prepare: async ({ ben, phone, own }) => {
      const channelId = firstChannel(own).id;
      const { seq } = await phone.send(channelId, 'read this');
      return () => ben.call(routes.readChannel, { params: { channelId }, body: { seq } });
    },
  },
} satisfies Scenarios;

/** Each time at the message after. */
let markedUnread = 0;

const reading = {
  'the other device read': {
    follows: received,
    prepare: async ({ ben, phone, general }) => {
      const { seq } = await ben.send(general.id, 'read this');
      return () => phone.call(routes.readChannel, { params: { channelId: general.id }, body: { seq } });
    },
  },
  'the other device marked unread': {
    prepare:
      ({ phone, history }) =>
      () =>
        phone.call(routes.readChannel, { params: { channelId: history.id }, body: { seq: (markedUnread += 1), unread: true } }),
  },
} satisfies Scenarios;

const typing = {
  'somebody else writes': {
    prepare:
      ({ ben, general }) =>
      () =>
        ben.emit('typing:start', { channelId: general.id }),
  },
} satisfies Scenarios;

export const messageScenarios = {
  'message:new': { ...newMessages, ...withFiles, ...mentioning, ...directMessages },
  'message:update': { ...edits, ...mentioningEdits, ...pins, ...previews, ...filesChanged, ...takingPart },
  'message:mark': marks,
  'message:delete': { ...deletions, ...filesDeleted, ...mentioningDeletions, ...deletedDirectMessages },
  'channel:versions': { ...announcements, ...takingPartUnheard },
  'channel:receipts': receipts,
  'channel:read': { ...reading, ...mentionReading },
  typing,
};
