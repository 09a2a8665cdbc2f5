import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, deleteMessage, editMessage, getMessage, limits, listChanges, listMessages, type Message } from '@hearth/contract';
import { actsOf } from '../../test/factories/acts.js';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildServer,
  type TestServer,
} from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { whileDeletingChannel } from '../../test/while-deleting.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { MessagesService } from './messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const input = (content = 'hello') => ({ content, nonce: randomUUID() });
const send = (user: TestUser, channelId: string, content?: string) => hearth.get(MessagesService).create(user, channelId, input(content));
const sendAll = (user: TestUser, channelId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => send(user, channelId, `message ${index + 1}`)));
const page = (user: TestUser, channelId: string, query: { before?: string; after?: string; around?: string; limit?: string } = {}) =>
  hearth.api.as(user).call(listMessages, { params: { channelId }, query });
const changes = (user: TestUser, channelId: string, after: number, limit?: string) =>
  hearth.api.as(user).call(listChanges, { params: { channelId }, query: { after: String(after), ...(limit && { limit }) } });
const seqs = (messages: Message[]) => messages.map(({ seq }) => seq);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('sending', () => {
  it('stores, acknowledges and publishes the same message to everybody, the author included', async () => {
    const { user, server } = await buildMember(hearth);
    const [author, other] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    const request = input('Hello **there**');
    const answer = await author.emit('message:send', { channelId: server.general.id, ...request });
    expect(answer).toMatchObject({ ok: true, data: { ...request, seq: 1, version: 1, author: { id: user.id }, editedAt: null } });
    const message = answer.ok ? answer.data : undefined;
    const event = { channelId: server.general.id, version: 1, message };
    expect(await author.next('message:new')).toEqual(event);
    expect(await other.next('message:new')).toEqual(event);
    expect((await page(user, server.general.id)).messages).toEqual([message]);
  });

  it('does the same over REST', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(server.owner);
    const message = await hearth.api.as(user).call(createMessage, { params: { channelId: server.general.id }, body: input() });
    expect((await socket.next('message:new')).message).toEqual(message);
  });

  it('answers the same nonce with the first message, whatever the transport, and publishes it once', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(user);
    const body = input();
    const params = { channelId: server.general.id };
    const first = await hearth.api.as(user).call(createMessage, { params, body });
    expect(await hearth.api.as(user).call(createMessage, { params, body })).toEqual(first);
    expect(await socket.emit('message:send', { ...params, ...body })).toEqual({ ok: true, data: first });
    await socket.settle();
    expect(socket.all('message:new')).toHaveLength(1);
  });

  it('stores a nonce that comes many times at once only once', async () => {
    const { user, server } = await buildMember(hearth);
    const body = input();
    const messages = await Promise.all(range(1, 20).map(() => hearth.get(MessagesService).create(user, server.general.id, body)));
    expect(new Set(messages.map(({ id }) => id)).size).toBe(1);
    expect((await page(user, server.general.id)).messages).toHaveLength(1);
  });

  it('takes a nonce in capitals for the same one', async () => {
    const { user, server } = await buildMember(hearth);
    const body = input();
    const params = { channelId: server.general.id };
    const [socket, other] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const nonces = [body.nonce, body.nonce.toUpperCase(), body.nonce.toUpperCase()];
    const answers = await Promise.all(nonces.map((nonce) => socket.emit('message:send', { ...params, ...body, nonce })));
    const [first] = (await page(user, server.general.id)).messages;
    expect(answers).toEqual(nonces.map(() => ({ ok: true, data: first })));
    expect(await other.emit('message:send', { ...params, ...input() })).toMatchObject({ ok: true, data: { seq: 2 } });
  });

  it('lets no unusable nonce take the rest of its batch with it', async () => {
    const { user, server } = await buildMember(hearth);
    const nonce = randomUUID();
    const create = (body: { content: string; nonce: string }) => hearth.get(MessagesService).create(user, server.general.id, body);
    // Past the contract, which writes nonces in small letters: two that only the database takes for one, in one batch with others.
    const first = create(input('holds the lane'));
    const batch = [input(), { content: 'hello', nonce }, { content: 'hello', nonce: nonce.toUpperCase() }, input()].map(create);
    await first;
    const outcomes = await Promise.allSettled(batch);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('refuses a nonce for another content or channel', async () => {
    const { user, server } = await buildMember(hearth);
    const elsewhere = await buildChannel(hearth, { server });
    const body = input();
    const call = (channelId: string, content: string) =>
      hearth.api.as(user).call(createMessage, { params: { channelId }, body: { ...body, content } });
    await call(server.general.id, body.content);
    await expect(call(server.general.id, 'something else')).rejects.toMatchObject({ code: 'NONCE_REUSED', status: 409 });
    await expect(call(elsewhere.id, body.content)).rejects.toMatchObject({ code: 'NONCE_REUSED' });
    expect((await page(user, elsewhere.id)).messages).toEqual([]);
  });

  it('still answers with the message after it was edited and deleted', async () => {
    const { user, server } = await buildMember(hearth);
    const body = input();
    const params = { channelId: server.general.id };
    const { id } = await hearth.api.as(user).call(createMessage, { params, body });
    const edited = await hearth.api.as(user).call(editMessage, { params: { messageId: id }, body: { content: 'edited' } });
    expect(await hearth.api.as(user).call(createMessage, { params, body })).toEqual(edited);
    const tombstone = await hearth.api.as(user).call(deleteMessage, { params: { messageId: id } });
    expect(await hearth.api.as(user).call(createMessage, { params, body })).toEqual(tombstone);
  });

  it('lets two people use the same nonce', async () => {
    const { user, server } = await buildMember(hearth);
    const body = input();
    const service = hearth.get(MessagesService);
    const [one, other] = await Promise.all([user, server.owner].map((author) => service.create(author, server.general.id, body)));
    expect(one?.id).not.toBe(other?.id);
  });

  it('gives messages of many senders at once seqs and versions without gaps, and publishes them in order', async () => {
    const server = await buildServer(hearth);
    const members = await Promise.all(range(1, 5).map(async () => (await buildMember(hearth, { server })).user));
    const socket = await hearth.connect(server.owner);
    const messages = (await Promise.all(members.map((user) => sendAll(user, server.general.id, 40)))).flat();
    expect(seqs(messages).toSorted((a, b) => a - b)).toEqual(range(1, 200));
    await socket.next('message:new', ({ version }) => version === 200);
    expect(socket.all('message:new').map(({ version }) => version)).toEqual(range(1, 200));
    const own = messages.filter(({ author }) => author.id === members[0]?.id);
    expect(own.toSorted((a, b) => a.seq - b.seq).map(({ content }) => content)).toEqual(range(1, 40).map((index) => `message ${index}`));
  });

  it('refuses a bad message alone', async () => {
    const { user, server } = await buildMember(hearth);
    const stranger = await buildUser(hearth);
    const results = await Promise.allSettled([
      send(user, server.general.id),
      send(stranger, server.general.id),
      send(user, server.general.id),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['without content', { nonce: randomUUID() }],
    ['with white space alone', { content: ' \n ', nonce: randomUUID() }],
    ['that is too long', { content: 'x'.repeat(4_001), nonce: randomUUID() }],
    ['with a NUL', { content: 'a\0b', nonce: randomUUID() }],
    ['with half a character', { content: 'a\ud800b', nonce: randomUUID() }],
    ['without a nonce', { content: 'hello' }],
    ['with a nonce that is none', { content: 'hello', nonce: '1' }],
  ])('refuses a message %s over both transports', async (_, body) => {
    const { user, server } = await buildMember(hearth);
    const answer = await hearth.api.as(user).send('post', `/channels/${server.general.id}/messages`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', status: 400 });
    const socket = await hearth.connect(user);
    expect(await socket.send('message:send', { channelId: server.general.id, ...body })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    });
    expect((await page(user, server.general.id)).messages).toEqual([]);
  });

  it('tells a stranger nothing, not even that the body is wrong', async () => {
    const { general } = await buildServer(hearth);
    const stranger = await buildUser(hearth);
    const answer = await hearth.api.as(stranger).send('post', `/channels/${general.id}/messages`, { content: 7 });
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('refuses a member who may not write, and a category', async () => {
    const { user, server } = await buildMember(hearth);
    const readOnly = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: readOnly, deny: ['SEND_MESSAGES'] });
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    await expect(send(user, readOnly.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(send(user, category.id)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('lets a revocation that commits first win over a message that waits, whatever this node believes', async () => {
    const { user, server } = await buildMember(hearth);
    await send(user, server.general.id);
    // As another node would: the database changes and no news of it arrives.
    await hearth.db.permissionOverwrite.create({
      data: { channelId: BigInt(server.general.id), targetId: BigInt(server.id), type: 'ROLE', allow: 0n, deny: 1n << 11n },
    });
    await hearth.db.$transaction((transaction) => hearth.get(PermissionsService).raiseAccessVersion(transaction, server.id));
    await expect(send(user, server.general.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await page(server.owner, server.general.id)).messages).toHaveLength(1);
  });

  it("moves the author's own position only when nothing else was unread", async () => {
    const { user, server } = await buildMember(hearth);
    const position = async (who: TestUser) => {
      const state = await hearth.db.readState.findUnique({
        where: { userId_channelId: { userId: BigInt(who.id), channelId: BigInt(server.general.id) } },
      });
      return state?.lastReadSeq ?? 0;
    };
    await sendAll(user, server.general.id, 3);
    expect(await position(user)).toBe(3);
    await send(server.owner, server.general.id);
    expect(await position(server.owner)).toBe(0);
    await send(user, server.general.id);
    expect(await position(user)).toBe(3);
  });
});

describe('editing', () => {
  it('raises the version, keeps the seq and tells everybody', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(server.owner);
    const { id } = await send(user, server.general.id);
    const edited = await hearth.api.as(user).call(editMessage, { params: { messageId: id }, body: { content: 'better' } });
    expect(edited).toMatchObject({ id, seq: 1, version: 2, content: 'better' });
    expect(edited.editedAt).not.toBeNull();
    expect(await socket.next('message:update')).toEqual({ channelId: server.general.id, version: 2, message: edited });
  });

  it('changes nothing when nothing is changed', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await send(user, server.general.id, 'same');
    expect(await hearth.api.as(user).call(editMessage, { params: { messageId: message.id }, body: { content: 'same' } })).toEqual(message);
  });

  it('is for the author alone, over both transports', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await send(user, server.general.id);
    const request = { params: { messageId: id }, body: { content: 'forged' } };
    await expect(hearth.api.as(server.owner).call(editMessage, request)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(hearth.api.as(await buildUser(hearth)).call(editMessage, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const socket = await hearth.connect(server.owner);
    expect(await socket.emit('message:edit', { messageId: id, content: 'forged' })).toMatchObject({
      ok: false,
      error: { code: 'MISSING_PERMISSION' },
    });
    await expect(hearth.api.as(user).call(editMessage, { ...request, body: { content: ' ' } })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('is refused after deletion', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await send(user, server.general.id);
    await hearth.api.as(user).call(deleteMessage, { params: { messageId: id } });
    await expect(hearth.api.as(user).call(editMessage, { params: { messageId: id }, body: { content: 'back' } })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('meets the deletion of its channel without either waiting for the other', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await send(user, server.general.id);
    await whileDeletingChannel(hearth, server.general.id, async () => {
      const edit = hearth.api.as(user).call(editMessage, { params: { messageId: id }, body: { content: 'too late' } });
      await expect(edit).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('and deleting at once leave one version each and no gap', async () => {
    const { user, server } = await buildMember(hearth);
    const service = hearth.get(MessagesService);
    const { id } = await send(user, server.general.id);
    await Promise.allSettled([...range(1, 10).map((index) => service.edit(user, id, `edit ${index}`)), service.remove(user, id)]);
    const answer = await changes(user, server.general.id, 0);
    const { version } = await hearth.db.channel.findUniqueOrThrow({ where: { id: BigInt(server.general.id) } });
    expect(answer).toMatchObject({ version, messages: [{ id, version, content: '' }] });
  });
});

describe('deleting', () => {
  it('leaves a tombstone, tells everybody, and answers with it a second time', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(server.owner);
    const { id } = await send(user, server.general.id, 'secret');
    const tombstone = await hearth.api.as(user).call(deleteMessage, { params: { messageId: id } });
    expect(tombstone).toMatchObject({ id, seq: 1, version: 2, content: '' });
    expect(tombstone.deletedAt).not.toBeNull();
    expect(await socket.next('message:delete')).toEqual({ channelId: server.general.id, version: 2, message: tombstone });
    expect(await hearth.api.as(user).call(deleteMessage, { params: { messageId: id } })).toEqual(tombstone);
    expect((await page(user, server.general.id)).messages).toEqual([tombstone]);
    expect(await hearth.db.message.findUniqueOrThrow({ where: { id: BigInt(id) } })).toMatchObject({ content: '' });
  });

  it('is for the author and for MANAGE_MESSAGES', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: other } = await buildMember(hearth, { server });
    const { id } = await send(user, server.general.id);
    await expect(hearth.api.as(other).call(deleteMessage, { params: { messageId: id } })).rejects.toMatchObject({
      code: 'MISSING_PERMISSION',
    });
    expect(await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: id } })).toMatchObject({ content: '' });
    await expect(hearth.api.as(user).call(deleteMessage, { params: { messageId: '1' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is kept with the reason that a moderator gives, by either way', async () => {
    const { user, server } = await buildMember(hearth);
    const sent = [await send(user, server.general.id), await send(user, server.general.id), await send(user, server.general.id)];
    const [first, second, third] = sent.map(({ id }) => id) as [string, string, string];
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: first }, query: { reason: ' Spam ' } });
    const device = await hearth.connect(server.owner);
    await device.emit('message:delete', { messageId: second, reason: 'Rude' });
    expect((await actsOf(hearth, server, 'MESSAGE_DELETE')).map(({ reason }) => reason)).toEqual(['Rude', 'Spam']);
    const reason = 'x'.repeat(limits.auditReason + 1);
    const answer = await hearth.api.as(server.owner).send('delete', `/messages/${third}?reason=${reason}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.reason' }] });
    expect(await device.emit('message:delete', { messageId: third, reason })).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  });

  it('is kept in the audit log when a moderator does it, once and with the message', async () => {
    const { user, server } = await buildMember(hearth);
    const [own, other] = [await send(server.owner, server.general.id), await send(user, server.general.id)];
    for (const { id } of [own, other, other]) await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: id } });
    const entries = await hearth.db.auditLogEntry.findMany({ where: { serverId: BigInt(server.id), action: 'MESSAGE_DELETE' } });
    expect(entries).toMatchObject([
      {
        actorId: BigInt(server.owner.id),
        targetId: BigInt(user.id),
        targetName: user.username,
        changes: [
          { key: 'messageId', before: other.id, after: null },
          { key: 'channelId', before: server.general.id, after: null },
        ],
      },
    ]);
  });

  it('is not for the timed out', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await send(user, server.general.id);
    await hearth.db.member.update({
      where: { serverId_userId: { serverId: BigInt(server.id), userId: BigInt(user.id) } },
      data: { timeoutUntil: new Date(Date.now() + 60_000) },
    });
    await hearth.get(PermissionsService).changed(server.id);
    await expect(hearth.api.as(user).call(deleteMessage, { params: { messageId: id } })).rejects.toMatchObject({
      code: 'MISSING_PERMISSION',
    });
    await expect(send(user, server.general.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await page(user, server.general.id)).messages).toHaveLength(1);
  });
});

describe('history', () => {
  let server: TestServer;
  let reader: TestUser;
  const read = (query: Parameters<typeof page>[2]) => page(reader, server.general.id, query);

  beforeAll(async () => {
    server = await buildServer(hearth);
    reader = (await buildMember(hearth, { server })).user;
    await sendAll(server.owner, server.general.id, 130);
  });

  it.each([
    ['the newest 50', {}, range(81, 130), true],
    ['the newest 100', { limit: '100' }, range(31, 130), true],
    ['those before', { before: '31', limit: '100' }, range(1, 30), false],
    ['those before, more of them there', { before: '100', limit: '10' }, range(90, 99), true],
    ['those after', { after: '125' }, range(126, 130), false],
    ['those after, more of them there', { after: '0', limit: '5' }, range(1, 5), true],
    ['those around', { around: '60', limit: '11' }, range(55, 65), true],
    ['those around the first', { around: '1', limit: '10' }, range(1, 6), true],
    ['those around the last', { around: '130', limit: '10' }, range(126, 130), true],
    ['one around', { around: '7', limit: '1' }, [7], true],
    ['none before the first', { before: '1' }, [], false],
    ['none after the last', { after: '130' }, [], false],
  ])('has %s', async (_, query, expected, hasMore) => {
    const answer = await read(query);
    expect(seqs(answer.messages)).toEqual(expected);
    expect(answer.hasMore).toBe(hasMore);
  });

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '1.5' },
    { before: '-1' },
    { before: 'x' },
    { before: '5', after: '3' },
    { after: '99999999999' },
  ])('refuses %j', async (query) => {
    await expect(read(query)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('is hidden from strangers and in hidden channels', async () => {
    await expect(page(await buildUser(hearth), server.general.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const hidden = await buildPrivateChannel(hearth, { server });
    const { id } = await send(server.owner, hidden.id);
    await expect(page(reader, hidden.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(changes(reader, hidden.id, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(hearth.api.as(reader).call(getMessage, { params: { messageId: id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('begins where somebody came in who lacks READ_MESSAGE_HISTORY', async () => {
    const quiet = await buildServer(hearth);
    const [before] = await sendAll(quiet.owner, quiet.general.id, 3);
    await buildOverwrite(hearth, { channel: quiet.general, deny: ['READ_MESSAGE_HISTORY'] });
    const { user } = await buildMember(hearth, { server: quiet });
    const after = await send(quiet.owner, quiet.general.id, 'welcome');
    expect(seqs((await page(user, quiet.general.id)).messages)).toEqual([4]);
    expect(await changes(user, quiet.general.id, 0)).toMatchObject({ messages: [{ seq: 4 }], version: 4 });
    await expect(hearth.api.as(user).call(getMessage, { params: { messageId: before?.id ?? '' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await hearth.api.as(user).call(getMessage, { params: { messageId: after.id } })).toEqual(after);
  });
});

describe('changes', () => {
  it('has each changed message once, as it is now, by version', async () => {
    const { user, server } = await buildMember(hearth);
    const channelId = server.general.id;
    const service = hearth.get(MessagesService);
    const [one, two, three] = await sendAll(user, channelId, 3);
    await service.edit(user, one?.id ?? '', 'first edit');
    await service.edit(user, one?.id ?? '', 'second edit');
    await service.remove(user, two?.id ?? '');
    const answer = await changes(user, channelId, 0);
    expect(answer).toMatchObject({
      version: 6,
      hasMore: false,
      messages: [
        { id: three?.id, version: 3 },
        { id: one?.id, version: 5, content: 'second edit' },
        { id: two?.id, version: 6, content: '' },
      ],
    });
    expect(await changes(user, channelId, 6)).toEqual({ messages: [], version: 6, hasMore: false });
  });

  it('comes in pages whose version is that of their last row', async () => {
    const { user, server } = await buildMember(hearth);
    await sendAll(user, server.general.id, 5);
    const first = await changes(user, server.general.id, 0, '2');
    expect(first).toMatchObject({ version: 2, hasMore: true });
    const second = await changes(user, server.general.id, 2, '3');
    expect(second).toMatchObject({ version: 5, hasMore: false, messages: [{ seq: 3 }, { seq: 4 }, { seq: 5 }] });
  });

  it('tells who is too far behind, or ahead, to begin anew', async () => {
    const { user, server } = await buildMember(hearth);
    await send(user, server.general.id);
    expect(await changes(user, server.general.id, 7)).toEqual({ reset: true, version: 1 });
    await hearth.db.channel.update({ where: { id: BigInt(server.general.id) }, data: { version: 2_001 } });
    expect(await changes(user, server.general.id, 0)).toEqual({ reset: true, version: 2_001 });
    expect(await changes(user, server.general.id, 1)).toMatchObject({ version: 2_001, hasMore: false });
  });
});
