import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addReaction,
  createEmoji,
  createMessage,
  createSticker,
  deleteEmoji,
  deleteServer,
  editMessage,
  forwardMessage,
  limits,
  listAuditLog,
  listEmojis,
  listMyExpressions,
  listReactions,
  listStickers,
  removeReaction,
  updateEmoji,
  type Expression,
  type Message,
} from '@hearth/contract';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import request from 'supertest';
import { limitDisk } from '../../test/full-disk.js';
import { pictureUrl, pngBytes } from '../../test/factories/pictures.js';
import { buildMember, buildOverwrite, buildRole, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { FilesService } from '../files/files.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

let count = 0;
const add = (server: TestServer, name = `emoji_${(count += 1)}`, image = pictureUrl()): Promise<Expression> =>
  hearth.api.as(server.owner).call(createEmoji, { params: { serverId: server.id }, body: { name, image } });
const addSticker = (server: TestServer, name = `Sticker ${(count += 1)}`): Promise<Expression> =>
  hearth.api.as(server.owner).call(createSticker, { params: { serverId: server.id }, body: { name, image: pictureUrl() } });
const tokenOf = ({ name, id }: Expression) => `<:${name}:${id}>`;
const send = (user: TestUser, channelId: string, body: object): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId }, body: { nonce: randomUUID(), ...body } });
const fetchFile = (user: TestUser, id: string, variant = 'picture') => hearth.api.as(user).send('get', `/files/${id}/${variant}`);
const bytesOf = (id: string) => readdir(path.join(hearth.boot.config.dataDir, 'files', id.slice(-2), id)).catch(() => []);

const square = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: 'red' } });
async function moving(): Promise<Buffer> {
  const frames = await Promise.all(['red', 'green', 'blue'].map((background) => frame(background)));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
}
const frame = (background: string) =>
  sharp({ create: { width: 400, height: 200, channels: 3, background } })
    .png()
    .toBuffer();

describe('a custom emoji', () => {
  it('is made small, is told to the server, noted, and shown to whoever is signed in', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(user);
    const big = await square(700)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'me' } })
      .toBuffer();
    const emoji = await add(server, 'wave', pictureUrl(big, 'jpeg'));
    expect(await socket.next('expression:create')).toEqual(emoji);
    expect(emoji).toMatchObject({ serverId: server.id, type: 'EMOJI', name: 'wave', animated: false, creatorId: server.owner.id });
    const stranger = await buildUser(hearth);
    const answer = await fetchFile(stranger, emoji.id);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable, no-transform',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp(answer.body as Buffer).metadata()).toMatchObject({ format: 'webp', width: 128, height: 128 });
    expect((await sharp(answer.body as Buffer).metadata()).exif).toBeUndefined();
    const { entries } = await hearth.api.as(server.owner).call(listAuditLog, { params: { serverId: server.id }, query: {} });
    expect(entries[0]).toMatchObject({ action: 'EMOJI_CREATE', targetId: emoji.id, targetName: 'wave' });
  });

  it('goes on moving, beside a frame that does not', async () => {
    const server = await buildServer(hearth);
    const emoji = await add(server, undefined, pictureUrl(await moving(), 'gif'));
    expect(emoji.animated).toBe(true);
    const [picture, still] = await Promise.all([fetchFile(server.owner, emoji.id), fetchFile(server.owner, emoji.id, 'still')]);
    expect(await sharp(picture.body as Buffer, { animated: true }).metadata()).toMatchObject({ pages: 3, width: 128, pageHeight: 64 });
    expect((await sharp(still.body as Buffer).metadata()).pages).toBeUndefined();
  });

  it('has a name of its own, whatever its capitals, and another after a while', async () => {
    const { user, server } = await buildMember(hearth);
    const emoji = await add(server, 'wave');
    await expect(add(server, 'WAVE')).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await add(server, 'wave_2');
    const rename = (id: string, name: string) =>
      hearth.api.as(server.owner).call(updateEmoji, { params: { serverId: server.id, emojiId: id }, body: { name } });
    await expect(rename(other.id, 'Wave')).rejects.toMatchObject({ code: 'CONFLICT' });
    const socket = await hearth.connect(user);
    expect(await rename(emoji.id, 'Wave')).toMatchObject({ id: emoji.id, name: 'Wave' });
    expect(await socket.next('expression:update')).toMatchObject({ id: emoji.id, name: 'Wave' });
    const params = { serverId: server.id };
    expect((await hearth.api.as(user).call(listEmojis, { params })).emojis.map(({ name }) => name)).toEqual(['Wave', 'wave_2']);
    expect((await hearth.api.as(user).call(listStickers, { params })).stickers).toEqual([]);
  });

  it('leaves the store when it is deleted, and with its server', async () => {
    const server = await buildServer(hearth);
    const [one, other] = [await add(server), await addSticker(server)];
    expect(await bytesOf(one.id)).toEqual(['picture']);
    await hearth.api.as(server.owner).call(deleteEmoji, { params: { serverId: server.id, emojiId: one.id }, query: {} });
    expect((await fetchFile(server.owner, one.id)).status).toBe(404);
    await hearth.api.as(server.owner).call(deleteServer, { params: { serverId: server.id } });
    await hearth.get(FilesService).sweep();
    expect([await bytesOf(one.id), await bytesOf(other.id)]).toEqual([[], []]);
    expect(await hearth.db.fileRemoval.count()).toBe(0);
  });

  it('that nobody finished goes after an hour', async () => {
    const server = await buildServer(hearth);
    const left = await hearth
      .get(FilesService)
      .storePicture({ kind: 'EMOJI', ownerId: server.owner.id, serverId: server.id, image: pictureUrl(), side: 128 });
    expect((await fetchFile(server.owner, left.id)).status).toBe(404);
    await hearth.get(FilesService).sweep();
    expect(await bytesOf(left.id)).toEqual(['picture']);
    await hearth.db.file.update({ where: { id: BigInt(left.id) }, data: { createdAt: new Date(Date.now() - 2 * 3_600_000) } });
    await hearth.get(FilesService).sweep();
    expect(await bytesOf(left.id)).toEqual([]);
  });

  it('is refused where nothing more fits', async () => {
    const server = await buildServer(hearth);
    const ids = Array.from({ length: limits.emojisPerServer }, (_, index) => BigInt(server.id) + BigInt(index) + 1n);
    const file = { kind: 'EMOJI' as const, serverId: BigInt(server.id), variants: {}, bytes: 0n, readyAt: new Date() };
    await hearth.db.file.createMany({ data: ids.map((id) => ({ ...file, id, objectId: id })) });
    const each = { serverId: BigInt(server.id), type: 'EMOJI' as const, animated: false };
    await hearth.db.expression.createMany({ data: ids.map((id) => ({ ...each, id, name: `e${id}` })) });
    await expect(add(server)).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it('takes nothing that the disk did not take', async () => {
    const server = await buildServer(hearth);
    const disk = await limitDisk(0);
    await expect(add(server)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 });
    disk.free();
    expect(await hearth.db.file.count({ where: { serverId: BigInt(server.id) } })).toBe(0);
    expect((await hearth.api.as(server.owner).call(listEmojis, { params: { serverId: server.id } })).emojis).toEqual([]);
  });
});

describe('what is no picture is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const png = Buffer.from(pictureUrl().split(',')[1] ?? '', 'base64');

  it.each([
    ['nothing', Buffer.alloc(3)],
    ['text under the name of a picture', Buffer.from('no picture at all')],
    ['SVG with script', Buffer.from(svg)],
    ['half a picture', png.subarray(0, 40)],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('%s', async (_, data) => {
    const server = await buildServer(hearth);
    await expect(add(server, 'bad', pictureUrl(data))).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.image' }] });
    expect(await hearth.db.file.count({ where: { serverId: BigInt(server.id) } })).toBe(0);
  });

  it('a few kilobytes that claim to be gigabytes', async () => {
    const server = await buildServer(hearth);
    const body = { name: 'Bomb', image: pictureUrl(pngBytes(30_000, 30_000)) };
    const call = hearth.api.as(server.owner).call(createSticker, { params: { serverId: server.id }, body });
    await expect(call).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.image', message: 'has too many pixels' }] });
  });

  it.each([
    ['too large', `data:image/png;base64,${'A'.repeat(400_000)}`],
    ['no data URL', 'https://example.org/picture.png'],
    ['another encoding', 'data:image/svg+xml;utf8,<svg/>'],
  ])('%s', async (_, image) => {
    const server = await buildServer(hearth);
    await expect(add(server, 'bad', image)).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

describe('in messages', () => {
  it('is for members of its server, elsewhere with USE_EXTERNAL_EMOJIS', async () => {
    const [home, away] = [await buildServer(hearth), await buildServer(hearth)];
    const emoji = await add(home);
    const { user } = await buildMember(hearth, { server: home });
    await buildMember(hearth, { server: away, user });
    const content = `Hello ${tokenOf(emoji)}`;
    expect((await send(user, home.general.id, { content })).content).toBe(content);
    expect((await send(user, away.general.id, { content })).content).toBe(content);
    await expect(send(away.owner, away.general.id, { content })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildOverwrite(hearth, { channel: away.general, deny: ['USE_EXTERNAL_EMOJIS'] });
    await expect(send(user, away.general.id, { content })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    // In code it is text, and so is what does not exist.
    await send(user, away.general.id, { content: `\`${tokenOf(emoji)}\` <:gone:1>` });
  });

  it('is refused to an edit that brings it, not to one that keeps it', async () => {
    const home = await buildServer(hearth);
    const { user, server } = await buildMember(hearth);
    await buildMember(hearth, { server: home, user });
    const [one, other] = [await add(home), await add(home)];
    const { id: messageId } = await send(user, server.general.id, { content: tokenOf(one) });
    await buildOverwrite(hearth, { channel: server.general, deny: ['USE_EXTERNAL_EMOJIS'] });
    const edit = (content: string) => hearth.api.as(user).call(editMessage, { params: { messageId }, body: { content } });
    expect((await edit(`${tokenOf(one)}!`)).content).toBe(`${tokenOf(one)}!`);
    await expect(edit(tokenOf(other))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('a sticker stands for itself, is forwarded, and keeps its name', async () => {
    const { user, server } = await buildMember(hearth);
    const sticker = await addSticker(server, 'Good night');
    const { id, name, animated } = sticker;
    const message = await send(user, server.general.id, { stickerId: id });
    expect(message).toMatchObject({ type: 'DEFAULT', content: '', sticker: { id, name, animated } });
    const [result] = (
      await hearth.api.as(server.owner).call(forwardMessage, {
        params: { messageId: message.id },
        body: { channelIds: [server.general.id], nonce: randomUUID() },
      })
    ).results;
    expect(result?.message).toMatchObject({ type: 'FORWARD', sticker: { id, name }, forward: { messageId: message.id } });
    const stranger = await buildServer(hearth);
    await expect(send(stranger.owner, stranger.general.id, { stickerId: id })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(send(user, server.general.id, { stickerId: '1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(user, server.general.id, {})).rejects.toMatchObject({ code: 'VALIDATION' });
    const nonce = randomUUID();
    const first = await send(user, server.general.id, { stickerId: id, nonce });
    expect((await send(user, server.general.id, { stickerId: id, nonce })).id).toBe(first.id);
    const another = await addSticker(server);
    await expect(send(user, server.general.id, { stickerId: another.id, nonce })).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });
});

describe('as a reaction', () => {
  const react = (user: TestUser, { id }: Message, emoji: string) =>
    hearth.api.as(user).call(addReaction, { params: { messageId: id, emoji } });

  it('is one kind by its id, whatever it is called', async () => {
    const { user, server } = await buildMember(hearth);
    const emoji = await add(server, 'wave');
    const message = await send(user, server.general.id, { content: 'hi' });
    const kind = `wave:${emoji.id}`;
    expect((await react(user, message, `lies:${emoji.id}`)).reactions).toEqual([{ emoji: kind, count: 1, me: true }]);
    const params = { serverId: server.id, emojiId: emoji.id };
    await hearth.api.as(server.owner).call(updateEmoji, { params, body: { name: 'hello' } });
    const both = await react(server.owner, message, `hello:${emoji.id}`);
    expect(both.reactions).toEqual([{ emoji: kind, count: 2, me: true }]);
    const asked = { params: { messageId: message.id, emoji: `hello:${emoji.id}` } };
    expect((await hearth.api.as(user).call(listReactions, { ...asked, query: {} })).users).toHaveLength(2);
    expect((await hearth.api.as(user).call(removeReaction, { ...asked, query: {} })).reactions[0]).toMatchObject({ count: 1 });
  });

  it('begins only where one may use it, and goes on where it is', async () => {
    const { user, server } = await buildMember(hearth);
    const home = await buildServer(hearth);
    const emoji = await add(home);
    const message = await send(user, server.general.id, { content: 'hi' });
    const kind = `${emoji.name}:${emoji.id}`;
    await expect(react(user, message, kind)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(react(user, message, 'gone:1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildMember(hearth, { server, user: home.owner });
    await react(home.owner, message, kind);
    expect((await react(user, message, kind)).reactions).toEqual([{ emoji: kind, count: 2, me: true }]);
  });
});

describe('who may', () => {
  it('add them with MANAGE_EMOJIS alone', async () => {
    const { user, server } = await buildMember(hearth);
    const make = () =>
      hearth.api.as(user).call(createEmoji, { params: { serverId: server.id }, body: { name: 'mine', image: pictureUrl() } });
    await expect(make()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildRole(hearth, { server, permissions: ['MANAGE_EMOJIS'], members: [user] });
    expect((await make()).creatorId).toBe(user.id);
  });

  it('list all of their servers, and no other', async () => {
    const { user, server } = await buildMember(hearth);
    const { server: other } = await buildMember(hearth, { user });
    const foreign = await buildServer(hearth);
    const mine = [await add(server), await addSticker(other)];
    await add(foreign);
    expect((await hearth.api.as(user).call(listMyExpressions)).expressions).toEqual(mine);
  });

  it('see files by the cookie of signing in, which opens nothing else', async () => {
    const { server } = await buildMember(hearth);
    const emoji = await add(server);
    const account = { username: `cookie_${Date.now()}`, password: 'correct horse battery' };
    const registered = await request(hearth.url).post('/api/v1/auth/register').send(account);
    const cookies = registered.get('Set-Cookie') ?? [];
    const cookie = cookies.find((one) => one.startsWith('hearth_files=')) ?? '';
    expect(cookie).toMatch(/; Path=\/api\/v1\/files;.*; HttpOnly; SameSite=Strict/);
    const [pair = ''] = cookie.split(';');
    const open = () => request(hearth.url).get(`/api/v1/files/${emoji.id}/picture`).set('Cookie', pair);
    expect((await open()).status).toBe(200);
    const token = pair.slice(pair.indexOf('=') + 1);
    expect((await hearth.api.as({ accessToken: token }).send('get', '/users/me')).body).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { accessToken } = registered.body as { accessToken: string };
    const forged = request(hearth.url).get(`/api/v1/files/${emoji.id}/picture`).set('Cookie', `hearth_files=${accessToken}`);
    expect((await forged).body).toMatchObject({ code: 'UNAUTHENTICATED' });
    const refresh = cookies.find((one) => one.startsWith('hearth_refresh=')) ?? '';
    await request(hearth.url)
      .post('/api/v1/auth/logout')
      .set('Cookie', refresh.split(';')[0] ?? '');
    expect((await open()).body).toMatchObject({ code: 'SESSION_ENDED' });
  });
});
