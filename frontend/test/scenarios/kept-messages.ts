import { routes } from '@hearth/contract';
import { openDm } from './conversations';
import { type Scenarios, fresh } from './scenario';

export const marks = {
  'the other device stars a message': {
    prepare: async ({ ben, phone, general }) => {
      const { id: messageId } = await ben.send(general.id, fresh('worth keeping'));
      return () => phone.call(routes.starMessage, { params: { messageId } });
    },
  },
  'the other device takes a star away': {
    prepare: async ({ ben, phone, general }) => {
      const params = { messageId: (await ben.send(general.id, fresh('worth keeping'))).id };
      await phone.call(routes.starMessage, { params });
      return () => phone.call(routes.unstarMessage, { params });
    },
  },
  'the other device hides what somebody answered': {
    prepare: async ({ ben, phone, general }) => {
      const { id: messageId } = await ben.send(general.id, fresh('A spoiler'));
      const body = { content: fresh('Indeed'), nonce: crypto.randomUUID(), replyToId: messageId };
      await ben.call(routes.createMessage, { params: { channelId: general.id }, body });
      return () => phone.call(routes.hideMessage, { params: { messageId } });
    },
  },
  'the other device hides the last message of a conversation': {
    prepare: async ({ ben, phone }) => {
      const { id } = await openDm(ben, phone);
      await ben.send(id, fresh('Before'));
      const { id: messageId } = await ben.send(id, fresh('A spoiler'));
      return () => phone.call(routes.hideMessage, { params: { messageId } });
    },
  },
  'the other device shows it again': {
    prepare: async ({ ben, phone }) => {
      const { id } = await openDm(ben, phone);
      await ben.send(id, fresh('Before'));
      const params = { messageId: (await ben.send(id, fresh('A spoiler'))).id };
      await phone.call(routes.hideMessage, { params });
      return () => phone.call(routes.showMessage, { params });
    },
  },
} satisfies Scenarios;

export const pins = {
  'of one that is pinned': {
    brings: ['message:new'],
    follows: ['channel:receipts'],
    prepare: async ({ ben, general }) => {
      const { id: messageId } = await ben.send(general.id, fresh('for later'));
      return () => ben.call(routes.pinMessage, { params: { messageId } });
    },
  },
  'of one that is unpinned': {
    prepare: async ({ ben, general }) => {
      const params = { messageId: (await ben.send(general.id, fresh('for later'))).id };
      await ben.call(routes.pinMessage, { params });
      return () => ben.call(routes.unpinMessage, { params });
    },
  },
} satisfies Scenarios;
