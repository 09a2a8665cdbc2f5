import { type Message, type SingleServerEventName, routes } from '@hearth/contract';
import type { World } from '../world';
import { type Scenarios, fresh } from './scenario';

const received: SingleServerEventName[] = ['channel:receipts'];

/** A message of Ben's with two files. */
async function sendFiles({ ben, general }: World): Promise<Message> {
  const attachmentIds = [await ben.upload(general.id, fresh('a file')), await ben.upload(general.id, fresh('another'))];
  const body = { content: fresh('files'), nonce: crypto.randomUUID(), attachmentIds };
  return ben.call(routes.createMessage, { params: { channelId: general.id }, body });
}

export const withFiles = {
  'with files': {
    follows: received,
    prepare: (world) => () => sendFiles(world),
  },
  'with files, where they are looked through': {
    follows: received,
    prepare: async (world) => {
      await sendFiles(world);
      await world.page.showFiles(world.general.id);
      return () => sendFiles(world);
    },
  },
} satisfies Scenarios;

export const filesDeleted = {
  'of one whose files are looked through': {
    prepare: async (world) => {
      const { id: messageId } = await sendFiles(world);
      await world.page.showFiles(world.general.id);
      return () => world.ben.call(routes.deleteMessage, { params: { messageId } });
    },
  },
} satisfies Scenarios;

export const filesChanged = {
  'of one from which a file is taken, where they are looked through': {
    prepare: async (world) => {
      const { id: messageId, attachments } = await sendFiles(world);
      await world.page.showFiles(world.general.id);
      const params = { messageId, fileId: attachments[0]?.id ?? '' };
      return () => world.ben.call(routes.removeAttachment, { params });
    },
  },
  'of one from which a file is taken': {
    prepare: async (world) => {
      const { id: messageId, attachments } = await sendFiles(world);
      const params = { messageId, fileId: attachments[0]?.id ?? '' };
      return () => world.ben.call(routes.removeAttachment, { params });
    },
  },
  'of one that is answered, from which its first file is taken': {
    prepare: async (world) => {
      const { id: messageId, attachments } = await sendFiles(world);
      const body = { content: fresh('an answer'), nonce: crypto.randomUUID(), replyToId: messageId };
      await world.ben.call(routes.createMessage, { params: { channelId: world.general.id }, body });
      const params = { messageId, fileId: attachments[0]?.id ?? '' };
      return () => world.ben.call(routes.removeAttachment, { params });
    },
  },
  'of one whose file is described': {
    prepare: async (world) => {
      const { attachments } = await sendFiles(world);
      const params = { attachmentId: attachments[1]?.id ?? '' };
      return () => world.ben.call(routes.updateAttachment, { params, body: { alt: fresh('A list') } });
    },
  },
} satisfies Scenarios;
