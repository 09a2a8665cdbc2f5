import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  createThread,
  deleteChannel,
  listChannelAttachments,
  listMessages,
  listThreads,
  type Channel,
  type Request,
} from '@hearth/contract';
import { eventually } from '../../test/eventually.js';
import { buildRule } from '../../test/factories/automod.js';
import { Uploader } from '../../test/factories/files.js';
import { pictureUrl } from '../../test/factories/pictures.js';
import { buildChannel, buildMember, buildOverwrite, type TestServer } from '../../test/factories/servers.js';
import { buildMessage } from '../../test/factories/threads.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { FilesService } from '../files/files.service.js';
import { FileStore } from '../files/storage/file-store.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let forum: Channel;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

beforeEach(async () => {
  ({ user, server } = await buildMember(hearth));
  forum = await buildChannel(hearth, { server, type: 'FORUM' });
  uploads = new Uploader(hearth, user);
});

type Beginning = Partial<Request<typeof createThread>['body']>;

const begin = ({ id }: Channel, body: Beginning) =>
  hearth.api.as(user).call(createThread, { params: { channelId: id }, body: { name: 'Post', nonce: randomUUID(), ...body } });
const threadsOf = async ({ id }: Channel, who = user) =>
  (await hearth.api.as(who).call(listThreads, { params: { channelId: id }, query: {} })).threads;
const firstOf = async ({ id }: Channel) =>
  (await hearth.api.as(user).call(listMessages, { params: { channelId: id }, query: {} })).messages[0];
const row = (fileId: string) => hearth.db.file.findUnique({ where: { id: BigInt(fileId) } });
const PICTURE = Buffer.from(pictureUrl().split(',')[1] ?? '', 'base64');
const unsent = { messageId: null, channelId: expect.anything() };

describe('a thread begins with files', () => {
  it.each(['FORUM', 'TEXT'] as const)('that were brought to its channel, and are its own from then on: %s', async (type) => {
    const channel = type === 'FORUM' ? forum : server.general;
    const [picture, notes] = [
      await uploads.upload(channel.id, PICTURE, { name: 'oven.png', alt: 'The oven' }),
      await uploads.upload(channel.id, 'some bytes', { spoiler: '' }),
    ];
    const thread = await begin(channel, { attachmentIds: [picture, notes] });
    const opening = await firstOf(thread);
    expect(opening).toMatchObject({ seq: 1, content: '', type: 'DEFAULT' });
    expect(opening?.attachments).toMatchObject([
      { id: picture, kind: 'image', alt: 'The oven' },
      { id: notes, spoiler: true },
    ]);
    for (const id of [picture, notes])
      expect(await row(id)).toMatchObject({
        channelId: BigInt(thread.id),
        messageId: BigInt(opening?.id ?? 0),
        serverId: BigInt(server.id),
      });
    const { stream } = await hearth.get(FilesService).open(server.owner, notes, 'original');
    expect((await buffer(stream)).toString()).toBe('some bytes');
    const looked = await hearth.api
      .as(server.owner)
      .call(listChannelAttachments, { params: { channelId: thread.id }, query: { kind: 'files' } });
    expect(looked.items.map(({ attachment }) => attachment.id)).toEqual([notes]);
    const [listed] = await threadsOf(channel, server.owner);
    expect(listed?.channel.id).toBe(thread.id);
  });

  it('shows them in the list of posts, and is found by what it has', async () => {
    const picture = await uploads.upload(forum.id, PICTURE, { name: 'oven.png' });
    const post = await begin(forum, { content: 'Which one?', attachmentIds: [picture] });
    expect(await threadsOf(forum, server.owner)).toMatchObject([{ opening: { content: 'Which one?', attachments: [{ id: picture }] } }]);
    const find = () =>
      hearth.api.as(server.owner).send('get', `/search/messages?channelId=${post.id}&q=${encodeURIComponent('has:image')}`);
    const answer = await eventually(find, ({ body }) => (body as { hits: unknown[] }).hits.length > 0);
    expect(answer.body).toMatchObject({ hits: [{ message: { channelId: post.id } }] });
  });

  it('also at a message', async () => {
    const message = await buildMessage(hearth, { author: server.owner, channelId: server.general.id });
    const attachmentIds = [await uploads.upload(server.general.id)];
    const thread = await begin(server.general, { messageId: message.id, attachmentIds });
    expect(thread.id).toBe(message.id);
    expect((await firstOf(thread))?.attachments.map(({ id }) => id)).toEqual(attachmentIds);
  });

  it('once by each nonce, also at once, and where a node died half-way', async () => {
    const files = [await uploads.upload(server.general.id), await uploads.upload(server.general.id)];
    const body = { nonce: randomUUID(), content: 'Look', attachmentIds: files };
    const both = await Promise.all([begin(server.general, body), begin(server.general, body)]);
    // The notice in the channel is what comes last.
    await hearth.db.message.delete({ where: { id: BigInt(both[0].id) } });
    const third = await begin(server.general, body);
    expect(new Set([...both, third].map(({ id }) => id)).size).toBe(1);
    expect((await firstOf(third))?.attachments.map(({ id }) => id)).toEqual(files);
    expect(await threadsOf(server.general)).toHaveLength(1);
    for (const other of [{ attachmentIds: undefined }, { attachmentIds: [files[0]!, '12345'] }, { content: 'Other' }]) {
      const refused = expect(begin(server.general, { ...body, ...other })).rejects;
      await refused.toMatchObject({ code: 'NONCE_REUSED' });
    }
  });

  it('and when it is deleted they leave the store', async () => {
    const fileId = await uploads.upload(forum.id);
    const stored = async () => {
      await hearth.get(FilesService).sweep();
      const objects = await hearth.get(FileStore).list(Number(fileId.slice(-2)));
      return objects.filter(({ objectId }) => objectId === fileId).length;
    };
    const post = await begin(forum, { attachmentIds: [fileId] });
    expect(await stored()).toBe(1);
    await hearth.api.as(server.owner).call(deleteChannel, { params: { channelId: post.id } });
    expect([await stored(), await row(fileId)]).toEqual([0, null]);
  });
});

describe('nothing begins, and its files can be used again', () => {
  const refused = async (body: Beginning, fault: object) => {
    await expect(begin(forum, body)).rejects.toMatchObject(fault);
    expect(await threadsOf(forum)).toEqual([]);
  };
  const unsendable = { code: 'VALIDATION', errors: [{ path: expect.stringMatching(/^body\.attachmentIds/) }] };

  it('with a file of somebody else, of another channel, half a file, none, or one that is sent', async () => {
    const sent = await uploads.upload(server.general.id);
    await hearth.api
      .as(user)
      .call(createMessage, { params: { channelId: server.general.id }, body: { nonce: randomUUID(), attachmentIds: [sent] } });
    const theirs = await new Uploader(hearth, server.owner).upload(forum.id);
    const wrong = [theirs, await uploads.upload(server.general.id), await uploads.start(forum.id, 5), '12345', sent];
    const good = await uploads.upload(forum.id);
    for (const id of wrong) await refused({ content: 'words', attachmentIds: [good, id] }, unsendable);
    expect(await row(good)).toMatchObject(unsent);
    expect(await begin(forum, { attachmentIds: [good] })).toMatchObject({ parentId: forum.id });
  });

  it('with too many, one twice, what is no id, or without a nonce', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => String(1_000 + index));
    for (const attachmentIds of [ids, ['1000', '1000'], ['file']]) await refused({ attachmentIds }, unsendable);
    await refused({ attachmentIds: ['1000'], nonce: undefined }, { code: 'VALIDATION', errors: [{ path: 'body.nonce' }] });
    await refused({ attachmentIds: [] }, { code: 'VALIDATION', errors: [{ path: 'body.content' }, { path: 'body.nonce' }] });
  });

  it('without the permission, or under a name that the rules of the server do not allow', async () => {
    const named = await uploads.upload(forum.id, 'words', { name: 'forbidden.txt' });
    const fileId = await uploads.upload(forum.id);
    await buildRule(hearth, { server });
    await refused({ attachmentIds: [named] }, { code: 'AUTOMOD_BLOCKED' });
    await buildOverwrite(hearth, { channel: forum, roleId: server.id, deny: ['ATTACH_FILES'] });
    await refused({ content: 'words', attachmentIds: [fileId] }, { code: 'MISSING_PERMISSION' });
    for (const id of [named, fileId]) expect(await row(id)).toMatchObject(unsent);
    await buildOverwrite(hearth, { channel: forum, roleId: server.id, allow: ['ATTACH_FILES'] });
    expect(await begin(forum, { attachmentIds: [fileId] })).toMatchObject({ lastSeq: 1 });
  });
});

describe('a file is brought', () => {
  const bring = (channelId: string) => uploads.begin({ channelId, name: 'notes.txt' }, 5);

  it('to where somebody may begin something, though they may not write there', async () => {
    for (const channel of [forum, server.general]) {
      await buildOverwrite(hearth, { channel, roleId: server.id, deny: ['SEND_MESSAGES'] });
      expect((await bring(channel.id)).status).toBe(201);
      await buildOverwrite(hearth, { channel, roleId: server.id, deny: ['SEND_MESSAGES', 'CREATE_THREADS'] });
      expect(await bring(channel.id)).toMatchObject({ status: 403, code: 'MISSING_PERMISSION' });
    }
  });

  it('to no category, and from a forum to no message there', async () => {
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    expect(await bring(category.id)).toMatchObject({ status: 400, code: 'VALIDATION' });
    const body = { nonce: randomUUID(), attachmentIds: [await uploads.upload(forum.id)] };
    const sent = hearth.api.as(user).call(createMessage, { params: { channelId: forum.id }, body });
    await expect(sent).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});
