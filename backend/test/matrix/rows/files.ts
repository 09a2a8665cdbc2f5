import type { fileRoutes, uploadRoutes } from '@hearth/contract';
import { FileStore } from '../../../src/files/storage/file-store.js';
import type { TestUser } from '../../factories/users.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { expression } from './expressions.js';

const TUS = { 'Tus-Resumable': '1.0.0' };
const BYTES = 'some bytes';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Begins one in the channel, with all of its bytes. */
const begun = ({ channelId }: Scene) => ({
  headers: { ...TUS, 'Upload-Length': '10', 'Upload-Metadata': `channelId ${base64(channelId)},name ${base64('notes.txt')}` },
});

interface Made {
  owner: TestUser;
  state?: 'UPLOADING' | 'READY';
  messageId?: string;
  /** What is known of it. */
  meta?: { kind: string; duration?: number; waveform?: string };
}

export const RECORDING = { kind: 'audio', duration: 12, waveform: 'AAAA' };

/** A file in the channel, of which all is in the store, or nothing yet. */
export async function attachment(scene: Scene, { owner, state = 'READY', messageId, meta = { kind: 'document' } }: Made): Promise<string> {
  const id = scene.nextId();
  const isWhole = state === 'READY';
  const file = { id: BigInt(id), objectId: BigInt(id), kind: 'ATTACHMENT' as const, state, name: 'notes.txt', size: 10n, bytes: 10n };
  const place = {
    ownerId: BigInt(owner.id),
    channelId: BigInt(scene.channelId),
    messageId: messageId === undefined ? null : BigInt(messageId),
  };
  const variants = isWhole ? { original: { contentType: 'text/plain', bytes: 10 } } : {};
  const data = { ...file, ...place, variants, readyAt: isWhole ? new Date() : null, contentType: 'text/plain', meta };
  await scene.hearth.db.file.create({ data });
  if (isWhole) await scene.hearth.get(FileStore).write(id, 'original', Buffer.from(BYTES));
  if (messageId !== undefined) {
    const kept = { id, name: 'notes.txt', contentType: 'text/plain', size: 10, kind: 'document', state: 'ready', variants: [] };
    await scene.hearth.db.message.update({ where: { id: BigInt(messageId) }, data: { attachments: [kept] } });
  }
  return id;
}

/** Uploads are nobody's business but their owner's, wherever they may write. */
const own = async (scene: Scene) => ({
  params: { fileId: await attachment(scene, { owner: scene.caller, state: 'UPLOADING' }) },
  headers: TUS,
});
const ofTarget = async (scene: Scene) => ({
  params: { fileId: await attachment(scene, { owner: scene.target, state: 'UPLOADING' }) },
  headers: TUS,
});
const nobody = { scope: 'account', except: { 'signed in': 'NOT_FOUND', admin: 'NOT_FOUND' } } as const;
const more = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };

const words = { body: { alt: 'Some notes' } };
const sent = async (scene: Scene, owner: TestUser) => ({
  params: { attachmentId: await attachment(scene, { owner, messageId: await scene.message({ author: owner }) }) },
});

export const uploadRows: RouteRows<typeof uploadRoutes> = {
  getUploadLimits: { scope: 'account' },
  createUpload: [
    // With what somebody writes there, or begins a thread with.
    { scope: 'channel', needs: [['SEND_MESSAGES', 'CREATE_THREADS'], 'ATTACH_FILES'], request: begun },
    { as: 'in a forum', scope: 'channel', channelType: 'FORUM', needs: ['CREATE_THREADS', 'ATTACH_FILES'], request: begun },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', needs: ['SEND_MESSAGES_IN_THREADS', 'ATTACH_FILES'], request: begun },
    { as: 'in a DM', scope: 'conversation', needs: ['SEND_MESSAGES'], request: begun },
  ],
  lookAtUpload: { scope: 'account', request: own },
  continueUpload: [
    {
      as: 'an own one',
      scope: 'account',
      request: async (scene) => ({ ...(await own(scene)), headers: { ...TUS, ...more } }),
    },
    { as: 'that of somebody else', ...nobody, request: async (scene) => ({ ...(await ofTarget(scene)), headers: { ...TUS, ...more } }) },
  ],
  deleteUpload: [
    { as: 'an own one', scope: 'account', request: own },
    { as: 'that of somebody else', ...nobody, request: ofTarget },
  ],
  updateAttachment: [
    {
      as: 'before it is sent',
      scope: 'account',
      request: async (scene) => ({ params: { attachmentId: await attachment(scene, { owner: scene.caller }) }, ...words }),
    },
    {
      as: 'of an own message',
      scope: 'channel',
      needs: ['SEND_MESSAGES'],
      request: async (scene) => ({ ...(await sent(scene, scene.caller)), ...words }),
    },
    { as: 'that of somebody else', ...nobody, request: async (scene) => ({ ...(await sent(scene, scene.target)), ...words }) },
  ],
};

export const fileRows: RouteRows<typeof fileRoutes> = {
  // Emoji and stickers stand in messages of other servers too.
  getFile: {
    scope: 'account',
    request: async (scene) => {
      const fileId = await expression(scene, 'EMOJI');
      await scene.hearth.get(FileStore).write(fileId, 'picture', Buffer.from('x'));
      return { params: { fileId, variant: 'picture' } };
    },
  },
};
