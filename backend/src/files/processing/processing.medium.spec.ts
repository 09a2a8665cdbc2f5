import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createMessage, deleteMessage, forwardMessage, getMessage, type Channel, type Message } from '@hearth/contract';
import sharp from 'sharp';
import { eventually } from '../../../test/eventually.js';
import type { Uploader } from '../../../test/factories/files.js';
import { buildChannel, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader, namesInStore } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FilesService } from '../files.service.js';
import { MediaWorker } from '../media/media-worker.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

beforeEach(async () => {
  ({ user, server, channel, uploads } = await buildUploader(hearth));
});

const photo = () =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: 'teal' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Ada Lovelace' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();

const send = (fileId: string): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId: channel.id }, body: { nonce: randomUUID(), attachmentIds: [fileId] } });
const read = ({ id: messageId }: Message) => hearth.api.as(server.owner).call(getMessage, { params: { messageId } });
const settled = (message: Message) =>
  eventually(
    () => read(message),
    ({ attachments }) => attachments.every(({ state }) => state !== 'processing'),
  );
const stored = (fileId: string) => namesInStore(hearth, fileId);

const SIZES = ['full', 'preview', 'thumbnail'];
const OBJECTS = ['original', ...SIZES.flatMap((size) => [`${size}.avif`, `${size}.webp`])].toSorted();

describe('an image that was uploaded', () => {
  it('gets its sizes after it was sent, and everybody hears of it', async () => {
    const data = await photo();
    const fileId = await uploads.upload(channel.id, data, { name: 'walk.jpg' });
    const socket = await hearth.connect(server.owner);
    const message = await send(fileId);
    const { attachments } = await settled(message);
    expect(attachments).toEqual([
      {
        ...{
          id: fileId,
          name: 'walk.jpg',
          contentType: 'image/jpeg',
          kind: 'image',
          state: 'ready',
          variants: SIZES,
          width: 600,
          height: 300,
        },
        ...{ size: expect.any(Number), placeholder: expect.stringMatching(/^data:image\/webp;base64,/) },
      },
    ]);
    expect(await stored(fileId)).toEqual(OBJECTS);
    if (message.attachments[0]?.state === 'processing') {
      const update = await socket.next('message:update');
      expect(update.message.attachments).toEqual(attachments);
      expect(update.version).toBeGreaterThan(message.version);
    }
    // What is saved is the picture, without where it was taken.
    const { stream } = await hearth.get(FilesService).open(server.owner, fileId, 'original');
    const original = Buffer.concat(await stream.toArray());
    expect(original).toHaveLength(attachments[0]?.size ?? 0);
    expect(original.includes('Lovelace')).toBe(false);
    expect((await sharp(original).metadata()).exif).toBeUndefined();
    const row = await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(fileId) } });
    expect(Number(row.bytes)).toBeGreaterThan(Number(row.size));
  });

  it('shares what is made of it with its copies', async () => {
    const fileId = await uploads.upload(channel.id, await photo());
    const message = await send(fileId);
    const { id: other } = await buildChannel(hearth, { server });
    const { results } = await hearth.api
      .as(user)
      .call(forwardMessage, { params: { messageId: message.id }, body: { channelIds: [other], nonce: randomUUID() } });
    const [copy] = results;
    if (!copy?.message) throw new Error('not forwarded');
    const [mine, theirs] = [await settled(message), await settled(copy.message)];
    expect(theirs.attachments).toEqual([{ ...mine.attachments[0], id: theirs.attachments[0]?.id }]);
  });

  it('that breaks off can be saved as it came', async () => {
    const data = (await photo()).subarray(0, 900);
    const fileId = await uploads.upload(channel.id, data);
    const { attachments } = await settled(await send(fileId));
    expect(attachments).toMatchObject([{ state: 'failed', kind: 'file', variants: [], size: 900 }]);
    const { stream } = await hearth.get(FilesService).open(server.owner, fileId, 'original');
    expect(Buffer.concat(await stream.toArray())).toEqual(data);
  });

  it('is made ready although a process dies of it', async () => {
    const { run } = MediaWorker.prototype;
    const dying = jest.spyOn(MediaWorker.prototype, 'run').mockImplementationOnce(function (this: MediaWorker, ...task) {
      const running = run.apply(this, task);
      this.end();
      return running;
    });
    const { attachments } = await settled(await send(await uploads.upload(channel.id, await photo())));
    expect(attachments).toMatchObject([{ state: 'ready', variants: SIZES }]);
    expect(dying).toHaveBeenCalledTimes(2);
    dying.mockRestore();
  });

  it('is given up when every process dies of it', async () => {
    const dying = jest.spyOn(MediaWorker.prototype, 'run').mockRejectedValue(new Error('the process for media died'));
    const fileId = await uploads.upload(channel.id, await photo());
    const { attachments } = await settled(await send(fileId));
    expect(attachments).toMatchObject([{ state: 'failed', kind: 'file', variants: [] }]);
    expect(dying).toHaveBeenCalledTimes(4);
    dying.mockRestore();
  });

  it('is made ready after all when an admin has it tried again', async () => {
    const dying = jest.spyOn(MediaWorker.prototype, 'run').mockRejectedValue(new Error('the process for media died'));
    const fileId = await uploads.upload(channel.id, await photo());
    const message = await send(fileId);
    expect((await settled(message)).attachments).toMatchObject([{ state: 'failed', kind: 'file' }]);
    dying.mockRestore();
    const jobs = hearth.get(JobsService);
    const [media] = (await jobs.overview(100)).filter(({ queue }) => queue === 'media');
    const job = media?.lastFailed.find(({ key }) => key === fileId);
    expect(await jobs.retry('media', job?.id ?? '')).toBe(true);
    expect((await settled(message)).attachments).toMatchObject([{ state: 'ready', kind: 'image', variants: SIZES, width: 600 }]);
    expect(await stored(fileId)).toEqual(OBJECTS);
  });

  it('leaves nothing behind when its message goes in the middle of it', async () => {
    const files = await Promise.all([1, 2, 3].map(async () => uploads.upload(channel.id, await photo())));
    const messages = await Promise.all(files.map(send));
    for (const { id: messageId } of messages) await hearth.api.as(user).call(deleteMessage, { params: { messageId }, query: {} });
    await eventually(
      async () => {
        await hearth.get(FilesService).sweep();
        return (await Promise.all(files.map(stored))).flat();
      },
      (left) => left.length === 0,
    );
  });
});
