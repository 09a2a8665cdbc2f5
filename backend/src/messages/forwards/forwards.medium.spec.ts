import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  editMessage,
  followChannel,
  forwardMessage,
  limits,
  listMessages,
  pinMessage,
  publishMessage,
  removeAttachment,
  updateAttachment,
  type Channel,
  type Message,
} from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import { buildDm } from '../../../test/factories/conversations.js';
import { Uploader } from '../../../test/factories/files.js';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildServer,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUploader, contentOf, keptInStore } from '../../../test/factories/uploaders.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = (user: TestUser, channelId: string, content = 'words') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const forward = (
  user: TestUser,
  { id: messageId }: Pick<Message, 'id'>,
  channelIds: string[],
  more: { content?: string; nonce?: string } = {},
) => hearth.api.as(user).call(forwardMessage, { params: { messageId }, body: { channelIds, nonce: randomUUID(), ...more } });
const inChannel = async (user: TestUser, channelId: string) =>
  (await hearth.api.as(user).call(listMessages, { params: { channelId } })).messages;

async function buildPlaces() {
  const { user, server } = await buildMember(hearth);
  const target = await buildChannel(hearth, { server });
  return { user, server, sourceId: server.general.id, target };
}

describe('forwarding', () => {
  it('copies what was said with where it comes from, and says the comment after it', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const direct = await buildDm(hearth, { one: user });
    const message = await send(server.owner, sourceId, 'Listen, **all**');
    const reader = await hearth.connect(server.owner);
    const { results } = await forward(user, message, [target.id, direct.id], { content: 'Look' });
    const origin = { channelId: sourceId, serverId: server.id, messageId: message.id, seq: message.seq, createdAt: message.createdAt };
    const forwarded = { type: 'FORWARD', content: 'Listen, **all**', author: { id: user.id }, forward: origin, editedAt: null };
    expect(results).toMatchObject([
      { channelId: target.id, message: forwarded, problem: null },
      { channelId: direct.id, message: forwarded, problem: null },
    ]);
    expect((await reader.next('message:new')).message).toEqual(results[0]?.message);
    expect((await inChannel(user, target.id)).map(({ content }) => content)).toEqual(['Listen, **all**', 'Look']);
  });

  it('keeps the first origin of what was forwarded before', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const message = await send(user, sourceId);
    const [first] = (await forward(user, message, [target.id])).results;
    const [second] = (await forward(user, first?.message ?? message, [sourceId])).results;
    expect(second?.message?.forward).toEqual(first?.message?.forward);
  });

  it('doubles nothing when it is tried again, also when the original says something else by then', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const message = await send(user, sourceId);
    const request = { nonce: randomUUID(), content: 'Look' };
    const first = await forward(user, message, [target.id, sourceId], request);
    expect(await forward(user, message, [target.id, sourceId], request)).toEqual(first);
    await hearth.api.as(user).call(editMessage, { params: { messageId: message.id }, body: { content: 'other words' } });
    expect(await forward(user, message, [target.id, sourceId], request)).toEqual(first);
    expect(await inChannel(user, target.id)).toHaveLength(2);
  });

  it('says for each channel why it did not go there', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const readOnly = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: readOnly, userId: user.id, deny: ['SEND_MESSAGES'] });
    const hidden = await buildPrivateChannel(hearth, { server });
    const message = await send(user, sourceId);
    const { results } = await forward(user, message, [readOnly.id, hidden.id, '42', target.id], { content: 'Look' });
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual(['MISSING_PERMISSION', 'NOT_FOUND', 'NOT_FOUND', null]);
    expect(results.slice(0, 3).every((result) => result.message === null)).toBe(true);
    expect(await inChannel(server.owner, readOnly.id)).toEqual([]);
  });

  it('names whom the text names, and calls nobody', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const message = await send(server.owner, sourceId, `@everyone and <@${server.owner.id}>`);
    expect(message.mentionEveryone).toBe(true);
    const [result] = (await forward(user, message, [target.id])).results;
    expect(result?.message).toMatchObject({ content: message.content, mentions: message.mentions });
    expect(message.mentions.map(({ id }) => id)).toEqual([server.owner.id]);
    expect(result?.message).not.toHaveProperty('mentionEveryone');
    expect(await hearth.db.mention.count({ where: { channelId: BigInt(target.id) } })).toBe(0);
  });

  it('is not for what nobody said, for what is gone, and for what one does not see', async () => {
    const server = await buildServer(hearth);
    const channelId = server.general.id;
    const message = await send(server.owner, channelId);
    await hearth.api.as(server.owner).call(pinMessage, { params: { messageId: message.id } });
    const notice = (await inChannel(server.owner, channelId)).find(({ type }) => type === 'PIN') ?? message;
    await expect(forward(server.owner, notice, [channelId])).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(forward(await buildUser(hearth), message, [channelId])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    await expect(forward(server.owner, message, [channelId])).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves what was handed on as it was said', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const [result] = (await forward(user, await send(user, sourceId), [target.id])).results;
    const params = { messageId: result?.message?.id ?? '' };
    const change = hearth.api.as(user).call(editMessage, { params, body: { content: 'what they never said' } });
    await expect(change).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it.each([
    ['nowhere', { channelIds: [] }],
    ['twice to one channel', { channelIds: ['1', '1'] }],
    ['to too many', { channelIds: Array.from({ length: limits.forwardTargets + 1 }, (_, index) => String(index + 1)) }],
    ['without a nonce', { nonce: undefined }],
    ['with an empty comment', { content: ' ' }],
  ])('is refused %s', async (_, body) => {
    const { user, sourceId } = await buildPlaces();
    const { id } = await send(user, sourceId);
    const answer = await hearth.api.as(user).send('post', `/messages/${id}/forward`, { channelIds: ['1'], nonce: randomUUID(), ...body });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('what is forwarded with files', () => {
  let server: TestServer;
  let user: TestUser;
  let channel: Channel;
  let uploads: Uploader;

  beforeEach(async () => {
    ({ user, server, channel, uploads } = await buildUploader(hearth));
  });

  const sendWith = (who: TestUser, channelId: string, content: string, ...attachmentIds: string[]) =>
    hearth.api.as(who).call(createMessage, { params: { channelId }, body: { nonce: randomUUID(), content, attachmentIds } });
  const handOn = async (...all: Parameters<typeof forward>) => (await forward(...all)).results;
  const remove = (who: TestUser, { id: messageId }: Message) =>
    hearth.api.as(who).call(deleteMessage, { params: { messageId }, query: {} });
  const say = (who: TestUser, fileId: string, alt: string) =>
    hearth.api.as(who).call(updateAttachment, { params: { attachmentId: fileId }, body: { alt } });
  const stored = (...objectIds: string[]) => keptInStore(hearth, ...objectIds);
  const textOf = async (who: TestUser, fileId: string) => (await contentOf(hearth, who, fileId)).toString();
  const idsOf = ({ attachments }: Message) => attachments.map(({ id }) => id);
  const closed = { code: 'NOT_FOUND' };

  /** By `user` in `channel`. */
  async function sendFile(content = ''): Promise<{ message: Message; fileId: string }> {
    const fileId = await uploads.upload(channel.id);
    return { message: await sendWith(user, channel.id, content, fileId), fileId };
  }

  it('has files of its own that are the same bytes, until the last of them goes', async () => {
    const { message, fileId } = await sendFile('Look');
    const target = await buildChannel(hearth, { server });
    const dm = await buildDm(hearth, { one: user });
    const results = await handOn(user, message, [target.id, dm.id]);
    const [copy, direct] = results.map((result) => result.message!);
    expect(copy!.attachments).toEqual([{ ...message.attachments[0], id: expect.not.stringMatching(fileId) }]);
    const [[copyId = ''], [directId = '']] = [idsOf(copy!), idsOf(direct!)];
    expect(await textOf(server.owner, copyId)).toBe('some bytes');
    expect(await textOf(dm.users[1]!, directId)).toBe('some bytes');
    await expect(textOf(server.owner, directId)).rejects.toMatchObject(closed);
    await remove(user, message);
    expect(await stored(fileId)).toEqual([fileId]);
    await expect(textOf(user, fileId)).rejects.toMatchObject(closed);
    await remove(user, copy!);
    expect([await stored(fileId), await textOf(user, directId)]).toEqual([[fileId], 'some bytes']);
    // What was forwarded can be again.
    const [again] = await handOn(user, direct!, [target.id]);
    await remove(user, direct!);
    expect(await textOf(server.owner, idsOf(again!.message!)[0] ?? '')).toBe('some bytes');
    await remove(user, again!.message!);
    expect(await stored(fileId)).toEqual([]);
  });

  it('takes room as what is uploaded does, and goes nowhere where there is none', async () => {
    const { message } = await sendFile();
    const { userFileBytes, serverFileBytes } = await hearth.db.installation.findFirstOrThrow();
    const attempt = async (room: { userFileBytes?: bigint; serverFileBytes?: bigint }) => {
      await hearth.db.installation.updateMany({ data: { userFileBytes, serverFileBytes, ...room } });
      return (await handOn(user, message, [channel.id]))[0];
    };
    for (const full of [{ userFileBytes: 10n }, { serverFileBytes: 10n }])
      expect(await attempt(full)).toMatchObject({ message: null, problem: { code: 'QUOTA_EXCEEDED' } });
    expect(await attempt({})).toMatchObject({ problem: null });
  });

  it.each(['a person', 'a server'])('takes no more room than %s has, however much comes at once', async (whose) => {
    const { message } = await sendFile();
    const before = await hearth.db.installation.findFirstOrThrow();
    const channels = [channel];
    for (let index = 0; index < 3; index += 1) channels.push(await buildChannel(hearth, { server }));
    const targets = channels.map(({ id }) => id);
    const people = whose === 'a person' ? [user, user] : [user, server.owner];
    // Its ten bytes are there, and will be three times more.
    const data = whose === 'a person' ? { userFileBytes: 45n } : { serverFileBytes: 45n };
    await hearth.db.installation.updateMany({ data });
    const results = (await Promise.all(people.map((who) => handOn(who, message, targets)))).flat();
    const { userFileBytes, serverFileBytes } = before;
    await hearth.db.installation.updateMany({ data: { userFileBytes, serverFileBytes } });
    expect(results.flatMap(({ problem }) => problem?.code ?? [])).toEqual(Array.from({ length: 5 }, () => 'QUOTA_EXCEEDED'));
    expect(results.filter((result) => result.message !== null)).toHaveLength(3);
    const { _sum: taken } = await hearth.db.file.aggregate({ where: { serverId: BigInt(server.id) }, _sum: { bytes: true } });
    expect(taken.bytes).toBe(40n);
  });

  it('is sent once by each nonce, also where no room is left since', async () => {
    const { message } = await sendFile();
    const { userFileBytes } = await hearth.db.installation.findFirstOrThrow();
    const again = { params: { messageId: message.id }, body: { channelIds: [channel.id], nonce: randomUUID() } };
    const { results: sent } = await hearth.api.as(user).call(forwardMessage, again);
    await hearth.db.installation.updateMany({ data: { userFileBytes: 20n } });
    const { results } = await hearth.api.as(user).call(forwardMessage, again);
    await hearth.db.installation.updateMany({ data: { userFileBytes } });
    expect(results).toEqual(sent);
  });

  it('is described by nobody, and what it was made of by its owner alone', async () => {
    const { message, fileId } = await sendFile();
    await expect(say(server.owner, fileId, 'Mine')).rejects.toMatchObject(closed);
    const [result] = await handOn(user, message, [channel.id]);
    await expect(say(user, idsOf(result!.message!)[0] ?? '', 'Other')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('goes nowhere where files may not be sent', async () => {
    const { message } = await sendFile('Look');
    const quiet = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: quiet, roleId: server.id, deny: ['ATTACH_FILES'] });
    expect(await handOn(user, message, [quiet.id])).toMatchObject([{ message: null, problem: { code: 'MISSING_PERMISSION' } }]);
  });

  it('is published with its files, which change and go with the original', async () => {
    const news = await buildChannel(hearth, { server, type: 'ANNOUNCEMENT' });
    const home = await buildServer(hearth, { owner: server.owner });
    await hearth.api.as(server.owner).call(followChannel, { params: { channelId: news.id }, body: { targetId: home.general.id } });
    const into = new Uploader(hearth, server.owner);
    const files = [await into.upload(news.id, 'one'), await into.upload(news.id, 'two')];
    const message = await sendWith(server.owner, news.id, 'News', ...files);
    await hearth.api.as(server.owner).call(publishMessage, { params: { messageId: message.id } });
    const copies = () => inChannel(server.owner, home.general.id);
    const until = (holds: (copy: Message | undefined) => boolean) => eventually(copies, ([copy]) => holds(copy));
    const [copy] = await until((found) => found !== undefined);
    expect(copy!.attachments.map(({ size }) => size)).toEqual([3, 3]);
    expect(await textOf(server.owner, idsOf(copy!)[1] ?? '')).toBe('two');
    await say(server.owner, files[1]!, 'Number two');
    await hearth.api.as(server.owner).call(removeAttachment, { params: { messageId: message.id, fileId: files[0]! } });
    const [revised] = await until((found) => found?.attachments.length === 1);
    expect(revised!.attachments).toMatchObject([{ id: idsOf(copy!)[1], alt: 'Number two' }]);
    expect(await stored(...files)).toEqual([files[1]]);
    await remove(server.owner, message);
    await until((found) => found?.deletedAt !== null);
    expect(await stored(...files)).toEqual([]);
  });
});
