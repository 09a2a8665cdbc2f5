import { type SingleServerEventName, routes } from '@hearth/contract';
import { type Scenarios, fresh } from './scenario';

/** The page tells that it received what came, and hears of that itself. */
const received: SingleServerEventName[] = ['channel:receipts'];

export const mentioning = {
  'that mentions the reader by name': {
    follows: received,
    prepare:
      ({ ben, phone, general }) =>
      () =>
        ben.send(general.id, `see <@${phone.userId}>`),
  },
  'that mentions everybody': {
    follows: received,
    prepare:
      ({ ben, history }) =>
      () =>
        ben.send(history.id, 'come @here'),
  },
  'of the own other device, after which nothing mentions the reader any more': {
    prepare: async ({ ben, phone, general }) => {
      const { seq } = await ben.send(general.id, `<@${phone.userId}>`);
      await phone.call(routes.readChannel, { params: { channelId: general.id }, body: { seq } });
      return () => phone.send(general.id, 'here');
    },
  },
} satisfies Scenarios;

export const mentioningEdits = {
  'that mentions the reader now': {
    prepare: async ({ ben, phone, general }) => {
      const { id } = await ben.send(general.id, 'nobody');
      return () => ben.call(routes.editMessage, { params: { messageId: id }, body: { content: fresh(`<@${phone.userId}>`) } });
    },
  },
  'that mentions the reader no more': {
    prepare: async ({ ben, phone, general }) => {
      const { id } = await ben.send(general.id, `<@${phone.userId}>`);
      return () => ben.call(routes.editMessage, { params: { messageId: id }, body: { content: fresh('nobody') } });
    },
  },
} satisfies Scenarios;

export const mentioningDeletions = {
  'of what mentions the reader': {
    prepare: async ({ ben, phone, general }) => {
      const { id } = await ben.send(general.id, `<@${phone.userId}>`);
      return () => ben.call(routes.deleteMessage, { params: { messageId: id } });
    },
  },
  'of what is answered': {
    prepare: async ({ ben, general }) => {
      const { id } = await ben.send(general.id, 'soon gone');
      const params = { channelId: general.id };
      await ben.call(routes.createMessage, { params, body: { content: 'answer', nonce: crypto.randomUUID(), replyToId: id } });
      return () => ben.call(routes.deleteMessage, { params: { messageId: id } });
    },
  },
} satisfies Scenarios;

export const mentionReading = {
  'the other device marks what mentions the reader unread': {
    prepare: async ({ ben, phone, general }) => {
      const { seq } = await ben.send(general.id, `<@${phone.userId}>`);
      const params = { channelId: general.id };
      await phone.call(routes.readChannel, { params, body: { seq } });
      return () => phone.call(routes.readChannel, { params, body: { seq, unread: true } });
    },
  },
  'the other device read what mentions the reader': {
    follows: received,
    prepare: async ({ ben, phone, general }) => {
      const { seq } = await ben.send(general.id, `<@${phone.userId}>`);
      return () => phone.call(routes.readChannel, { params: { channelId: general.id }, body: { seq } });
    },
  },
} satisfies Scenarios;
