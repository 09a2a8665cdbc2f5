import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  bulkDeleteMessages,
  createMessage,
  createThread,
  deleteChannel,
  deleteMessage,
  deleteServer,
  editMessage,
  getMessage,
  listMessages,
  removeAttachment,
  updateAttachment,
  type Channel,
  type Message,
} from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import { buildRule } from '../../../test/factories/automod.js';
import { Uploader } from '../../../test/factories/files.js';
import { buildDm } from '../../../test/factories/conversations.js';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUploader, contentOf as fileContent, keptInStore } from '../../../test/factories/uploaders.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MembersService } from '../../servers/members/members.service.js';

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

interface Sent {
  content?: string;
  nonce?: string;
  replyToId?: string;
  attachmentIds?: string[];
}

const send = (who: TestUser, channelId: string, { nonce = randomUUID(), ...rest }: Sent) =>
  hearth.api.as(who).call(createMessage, { params: { channelId }, body: { nonce, ...rest } });
const read = (who: TestUser, { id: messageId }: Message) => hearth.api.as(who).call(getMessage, { params: { messageId } });
const remove = (who: TestUser, { id: messageId }: Message) => hearth.api.as(who).call(deleteMessage, { params: { messageId }, query: {} });
const take = (who: TestUser, { id: messageId }: Message, fileId: string) =>
  hearth.api.as(who).call(removeAttachment, { params: { messageId, fileId } });
const say = (who: TestUser, fileId: string, body: { name?: string; alt?: string; spoiler?: boolean }) =>
  hearth.api.as(who).call(updateAttachment, { params: { attachmentId: fileId }, body });
const idsOf = ({ attachments }: Message) => attachments.map(({ id }) => id);

/** A message with one file, by `user` in `channel`. */
async function sendFile(content = ''): Promise<{ message: Message; fileId: string }> {
  const fileId = await uploads.upload(channel.id);
  return { message: await send(user, channel.id, { content, attachmentIds: [fileId] }), fileId };
}

const contentOf = async (who: TestUser, fileId: string) => (await fileContent(hearth, who, fileId)).toString();
const closed = { code: 'NOT_FOUND' };
const stored = (...objectIds: string[]) => keptInStore(hearth, ...objectIds);

describe('a message with files', () => {
  it('has them in the order in which they were named, for everybody and for good', async () => {
    const [first, second] = [
      await uploads.upload(channel.id, 'one', { name: 'a.txt', alt: 'One' }),
      await uploads.upload(channel.id, 'three', { spoiler: '' }),
    ];
    const socket = await hearth.connect(server.owner);
    const message = await send(user, channel.id, { attachmentIds: [second, first] });
    const shown = { contentType: 'text/plain', kind: 'document', state: 'ready', variants: [] };
    expect(message).toMatchObject({ content: '', type: 'DEFAULT' });
    expect(message.attachments).toEqual([
      { ...shown, id: second, name: 'notes.txt', size: 5, spoiler: true, text: 'three' },
      { ...shown, id: first, name: 'a.txt', size: 3, alt: 'One', text: 'one' },
    ]);
    expect((await socket.next('message:new')).message).toEqual(message);
    expect(await read(server.owner, message)).toEqual(message);
    expect(await hearth.db.file.findMany({ where: { messageId: BigInt(message.id) }, orderBy: { position: 'asc' } })).toMatchObject([
      { id: BigInt(second), position: 1, channelId: BigInt(channel.id), serverId: BigInt(server.id) },
      { id: BigInt(first), position: 2 },
    ]);
    // What is said later leaves them.
    const edit = (content: string) => hearth.api.as(user).call(editMessage, { params: { messageId: message.id }, body: { content } });
    expect((await edit('Notes')).attachments).toEqual(message.attachments);
    expect(await edit('')).toMatchObject({ content: '', attachments: message.attachments });
  });

  it('is sent once by each nonce, also when many are sent at once', async () => {
    const files = await Promise.all([1, 2, 3].map((n) => uploads.upload(channel.id, `${n}`)));
    const inputs = files.map((id, index) => ({ content: `${index}`, nonce: randomUUID(), attachmentIds: [id] }));
    const plain = { content: 'plain', nonce: randomUUID() };
    const sent = await Promise.all([...inputs, plain, ...inputs].map((input) => send(user, channel.id, input)));
    expect(sent.slice(4)).toEqual(sent.slice(0, 3));
    expect(sent.slice(0, 4).map(idsOf)).toEqual([...files.map((id) => [id]), []]);
    const again = send(user, channel.id, { content: '0', nonce: inputs[0]!.nonce });
    await expect(again).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('may answer another one, in a thread with what was uploaded to its channel, or in a DM', async () => {
    const { message } = await sendFile();
    const reply = await send(user, channel.id, { replyToId: message.id, attachmentIds: [await uploads.upload(channel.id)] });
    expect([reply.type, reply.attachments.length]).toEqual(['REPLY', 1]);
    const made = await hearth.api
      .as(user)
      .call(createThread, { params: { channelId: channel.id }, body: { name: 'Thread', messageId: message.id } });
    const inThread = await send(user, made.id, { attachmentIds: [await uploads.upload(channel.id)] });
    expect(await hearth.db.file.findFirst({ where: { messageId: BigInt(inThread.id) } })).toMatchObject({ channelId: BigInt(made.id) });
    const dm = await buildDm(hearth, { one: user });
    const direct = await send(user, dm.id, { attachmentIds: [await uploads.upload(dm.id)] });
    expect(await contentOf(dm.users[1]!, idsOf(direct)[0] ?? '')).toBe('some bytes');
  });

  it('is found by what it has and what that is called', async () => {
    const fileId = await uploads.upload(channel.id, 'words', { name: 'marzipan.txt' });
    const message = await send(user, channel.id, { attachmentIds: [fileId] });
    const find = (q: string) => hearth.api.as(user).send('get', `/search/messages?channelId=${channel.id}&q=${encodeURIComponent(q)}`);
    for (const q of ['has:file', 'marzipan']) {
      const answer = await eventually(
        () => find(q),
        ({ body: found }) => (found as { hits: unknown[] }).hits.length > 0,
      );
      expect(answer.body).toMatchObject({ hits: [{ message: { id: message.id } }] });
    }
  });
});

describe('nothing is sent', () => {
  const refused = (promise: Promise<Message>) =>
    expect(promise).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: expect.stringMatching(/^body\.attachmentIds/) }] });

  it('with more than ten files, one twice, or one that is no id', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => String(1_000 + index));
    await refused(send(user, channel.id, { attachmentIds: ids }));
    await refused(send(user, channel.id, { attachmentIds: ['1000', '1000'] }));
    await refused(send(user, channel.id, { attachmentIds: ['file'] }));
  });

  it('with a file of somebody else, of another channel, half a file, none, or one that is sent', async () => {
    const other = new Uploader(hearth, server.owner);
    const elsewhere = await buildChannel(hearth, { server });
    const { fileId: sent } = await sendFile();
    const wrong = [await other.upload(channel.id), await uploads.upload(elsewhere.id), await uploads.start(channel.id, 5), '12345', sent];
    const good = await uploads.upload(channel.id);
    for (const id of wrong) await refused(send(user, channel.id, { content: 'words', attachmentIds: [good, id] }));
    expect(await hearth.db.file.findUnique({ where: { id: BigInt(good) } })).toMatchObject({ messageId: null });
    const { messages } = await hearth.api.as(user).call(listMessages, { params: { channelId: channel.id }, query: {} });
    expect(messages.map(idsOf)).toEqual([[sent]]);
  });

  it('twice with the same file, however close together', async () => {
    const fileId = await uploads.upload(channel.id);
    const both = await Promise.allSettled([1, 2].map((n) => send(user, channel.id, { content: `${n}`, attachmentIds: [fileId] })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('under a name, or with a description, that the rules of the server do not allow', async () => {
    await buildRule(hearth, { server });
    const named = await uploads.upload(channel.id, 'words', { name: 'forbidden.txt' });
    const described = await uploads.upload(channel.id, 'words', { alt: 'It is forbidden' });
    for (const id of [named, described])
      await expect(send(user, channel.id, { attachmentIds: [id] })).rejects.toMatchObject({ code: 'AUTOMOD_BLOCKED' });
  });

  it('without the permission, also where it was there when the file was uploaded', async () => {
    const fileId = await uploads.upload(channel.id);
    await buildOverwrite(hearth, { channel, roleId: server.id, deny: ['ATTACH_FILES'] });
    await expect(send(user, channel.id, { attachmentIds: [fileId] })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await send(user, channel.id, { content: 'words' })).toMatchObject({ attachments: [] });
  });
});

describe('a file is read', () => {
  it('by its owner alone before it is sent, and then by who reads the message', async () => {
    const secret = await buildPrivateChannel(hearth, { server });
    const role = await buildRole(hearth, { server, permissions: [], members: [user] });
    await buildOverwrite(hearth, { channel: secret, roleId: role, allow: ['VIEW_CHANNEL'] });
    const { user: member } = await buildMember(hearth, { server });
    const fileId = await uploads.upload(secret.id);
    expect(await contentOf(user, fileId)).toBe('some bytes');
    await expect(contentOf(server.owner, fileId)).rejects.toMatchObject(closed);
    await send(user, secret.id, { attachmentIds: [fileId] });
    expect(await contentOf(server.owner, fileId)).toBe('some bytes');
    for (const who of [member, await buildUser(hearth)]) await expect(contentOf(who, fileId)).rejects.toMatchObject(closed);
    // Who brought it is one of many from then on.
    await buildOverwrite(hearth, { channel: secret, userId: user.id, deny: ['VIEW_CHANNEL'] });
    await expect(contentOf(user, fileId)).rejects.toMatchObject(closed);
  });

  it('no more by whoever was removed, nor from before they came without the history', async () => {
    const { fileId } = await sendFile();
    const { user: late } = await buildMember(hearth, { server });
    expect(await contentOf(late, fileId)).toBe('some bytes');
    await buildOverwrite(hearth, { channel, roleId: server.id, deny: ['READ_MESSAGE_HISTORY'] });
    await hearth.db.readState.upsert({
      where: { userId_channelId: { userId: BigInt(late.id), channelId: BigInt(channel.id) } },
      create: { userId: BigInt(late.id), channelId: BigInt(channel.id), joinedSeq: 1 },
      update: { joinedSeq: 1 },
    });
    await expect(contentOf(late, fileId)).rejects.toMatchObject(closed);
    const { fileId: fresh } = await sendFile();
    expect(await contentOf(late, fresh)).toBe('some bytes');
    await hearth.get(MembersService).kick(server.owner, server.id, late.id);
    await expect(contentOf(late, fresh)).rejects.toMatchObject(closed);
  });

  it('by nobody once something harmful was found in it', async () => {
    const { fileId } = await sendFile();
    await hearth.db.file.update({ where: { id: BigInt(fileId) }, data: { state: 'QUARANTINED' } });
    await expect(contentOf(user, fileId)).rejects.toMatchObject(closed);
  });
});

describe('what is said of a file', () => {
  it('changes before and after it is sent, for everybody', async () => {
    const fileId = await uploads.upload(channel.id);
    expect(await say(user, fileId, { alt: 'A list', spoiler: true })).toMatchObject({ id: fileId, alt: 'A list', spoiler: true });
    const other = await uploads.upload(channel.id);
    const message = await send(user, channel.id, { attachmentIds: [fileId, other] });
    const socket = await hearth.connect(server.owner);
    const { alt, spoiler, name } = await say(user, fileId, { name: '../list.md', alt: '', spoiler: false });
    expect([alt, spoiler, name]).toEqual([undefined, undefined, 'list.md']);
    const { message: told, version } = await socket.next('message:update');
    expect(version).toBe(message.version + 1);
    expect(told.attachments).toMatchObject([
      { id: fileId, name: 'list.md' },
      { id: other, name: 'notes.txt' },
    ]);
    expect(await read(user, message)).toEqual(told);
  });
});

describe('a file is taken from a message', () => {
  it('by its author or a moderator, and leaves the store', async () => {
    const files = [await uploads.upload(channel.id), await uploads.upload(channel.id), await uploads.upload(channel.id)];
    const nonce = randomUUID();
    const message = await send(user, channel.id, { nonce, attachmentIds: files });
    const { user: other } = await buildMember(hearth, { server });
    await expect(take(other, message, files[0]!)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const socket = await hearth.connect(other);
    expect(idsOf(await take(user, message, files[1]!))).toEqual([files[0], files[2]]);
    expect(idsOf((await socket.next('message:update')).message)).toEqual([files[0], files[2]]);
    await expect(take(user, message, files[1]!)).rejects.toMatchObject(closed);
    expect(idsOf(await take(server.owner, message, files[0]!))).toEqual([files[2]]);
    // What it was sent with is still the same message.
    expect((await send(user, channel.id, { nonce, attachmentIds: files })).id).toBe(message.id);
    await expect(take(user, message, files[2]!)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await stored(...files)).toEqual([files[2]]);
  });
});

describe('files leave the store', () => {
  it('with their message, alone or with many', async () => {
    const [one, two, three] = [await sendFile(), await sendFile(), await sendFile()];
    const tombstone = await remove(user, one.message);
    expect(tombstone.attachments).toEqual([]);
    expect(await stored(one.fileId, two.fileId, three.fileId)).toEqual([two.fileId, three.fileId]);
    const ids = [two.message.id, three.message.id];
    await hearth.api.as(server.owner).call(bulkDeleteMessages, { params: { channelId: channel.id }, body: { ids } });
    expect(await stored(one.fileId, two.fileId, three.fileId)).toEqual([]);
    expect(await hearth.db.fileRemoval.count()).toBe(0);
  });

  it('with their channel and their server', async () => {
    const other = await buildChannel(hearth, { server });
    const { fileId } = await sendFile();
    const inOther = await uploads.upload(other.id);
    await send(user, other.id, { attachmentIds: [inOther] });
    await hearth.api.as(server.owner).call(deleteChannel, { params: { channelId: other.id } });
    expect(await stored(fileId, inOther)).toEqual([fileId]);
    await hearth.api.as(server.owner).call(deleteServer, { params: { serverId: server.id } });
    expect(await stored(fileId, inOther)).toEqual([]);
  });
});
