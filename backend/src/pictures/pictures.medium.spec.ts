import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createInvite,
  createMessage,
  deleteServer,
  getMe,
  getServer,
  limits,
  listAuditLog,
  listMessages,
  pictureFile,
  removeAvatar,
  removeProfileBanner,
  removeServerBanner,
  removeServerIcon,
  setAvatar,
  setProfileBanner,
  setServerBanner,
  setServerIcon,
  updateMe,
  type Crop,
} from '@hearth/contract';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { limitDisk } from '../../test/full-disk.js';
import { pictureUrl, pngBytes } from '../../test/factories/pictures.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { FilesService } from '../files/files.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const idOf = (ref: string | null | undefined) => pictureFile(ref ?? '').fileId;
const objectsOf = (ref: string | null) =>
  readdir(path.join(hearth.boot.config.dataDir, 'files', idOf(ref).slice(-2), idOf(ref))).catch((): string[] => []);
const read = async (user: TestUser, ref: string | null, variant: string) => {
  const answer = await hearth.api.as(user).send('get', `/files/${idOf(ref)}/${variant}`);
  return answer.status === 200 ? sharp(answer.body as Buffer, { animated: true }).metadata() : answer.status;
};
const sweep = () => hearth.get(FilesService).sweep();
const setOwn = (user: TestUser, image = pictureUrl(), crop?: Crop) => hearth.api.as(user).call(setAvatar, { body: { image, crop } });
const setIcon = (server: TestServer, image = pictureUrl()) =>
  hearth.api.as(server.owner).call(setServerIcon, { params: { serverId: server.id }, body: { image } });

const plain = (width: number, height: number, background = 'red') => sharp({ create: { width, height, channels: 3, background } });
const url = async (picture: ReturnType<typeof plain>, type = 'png') => pictureUrl(await picture.png().toBuffer(), type);

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Buffer> {
  const blue = await plain(width / 2, height, 'blue')
    .png()
    .toBuffer();
  return plain(width, height)
    .composite([{ input: blue, left: width / 2, top: 0 }])
    .png()
    .toBuffer();
}

async function moving(): Promise<string> {
  const frames = await Promise.all(['red', 'green', 'blue'].map((color) => plain(600, 300, color).png().toBuffer()));
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
  return pictureUrl(gif, 'gif');
}

/** Red, green and blue of the middle of a picture. */
async function middle(user: TestUser, ref: string | null): Promise<'red' | 'blue'> {
  const answer = await hearth.api.as(user).send('get', `/files/${idOf(ref)}/picture`);
  const { dominant } = await sharp(answer.body as Buffer).stats();
  return dominant.r > dominant.b ? 'red' : 'blue';
}

describe('an avatar', () => {
  it('is a square in two sizes, is told to those who see its owner, and is there beside what they wrote', async () => {
    const { user, server } = await buildMember(hearth);
    const channelId = server.general.id;
    await hearth.api.as(user).call(createMessage, { params: { channelId }, body: { content: 'hi', nonce: randomUUID() } });
    const [own, other, stranger] = [
      await hearth.connect(user),
      await hearth.connect(server.owner),
      await hearth.connect(await buildUser(hearth)),
    ];
    const me = await setOwn(user, await url(plain(900, 600)));
    expect(me.avatar).toMatch(/^\d+$/);
    expect(await hearth.api.as(user).call(getMe)).toEqual(me);
    expect(await own.next('me:update')).toEqual(me);
    expect(await other.next('user:update')).toMatchObject({ id: user.id, avatar: me.avatar });
    expect(await read(server.owner, me.avatar, 'picture')).toMatchObject({ format: 'webp', width: 512, height: 512 });
    expect(await read(server.owner, me.avatar, 'icon')).toMatchObject({ format: 'webp', width: 128, height: 128 });
    expect([await read(user, me.avatar, 'still'), await read(user, me.avatar, 'motion')]).toEqual([404, 404]);
    const { messages } = await hearth.api.as(server.owner).call(listMessages, { params: { channelId }, query: {} });
    expect(messages.map(({ author }) => author.avatar)).toEqual([me.avatar]);
    await stranger.settle();
    expect(stranger.names()).toEqual([]);
  });

  it('is the part that was chosen, upright', async () => {
    const user = await buildUser(hearth);
    const data = await halves(800, 400);
    const right = await setOwn(user, pictureUrl(data), { x: 420, y: 0, width: 300, height: 300 });
    expect([await middle(user, right.avatar), await read(user, right.avatar, 'picture')]).toEqual([
      'blue',
      expect.objectContaining({ width: 300, height: 300 }),
    ]);
    // Turned by a quarter: what is at the left lies at the top.
    const turned = await sharp(data).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const top = await setOwn(user, pictureUrl(turned, 'jpeg'), { x: 0, y: 20, width: 300, height: 300 });
    expect(await middle(user, top.avatar)).toBe('red');
    const bottom = await setOwn(user, pictureUrl(turned, 'jpeg'), { x: 50, y: 450, width: 300, height: 300 });
    expect(await middle(user, bottom.avatar)).toBe('blue');
  });

  it('goes on moving, beside what does not', async () => {
    const user = await buildUser(hearth);
    const { avatar } = await setOwn(user, await moving(), { x: 0, y: 0, width: 300, height: 300 });
    expect(avatar).toMatch(/^a_\d+$/);
    expect(await read(user, avatar, 'picture')).toMatchObject({ pages: 3, width: 300, pageHeight: 300 });
    expect(await read(user, avatar, 'motion')).toMatchObject({ pages: 3, width: 128, pageHeight: 128 });
    expect(await read(user, avatar, 'still')).toMatchObject({ width: 300, height: 300 });
    expect(await read(user, avatar, 'icon')).toMatchObject({ width: 128, height: 128 });
  });

  it('goes with the next one, when it is removed, and with its owner', async () => {
    const user = await buildUser(hearth);
    const first = await setOwn(user);
    expect(await objectsOf(first.avatar)).toEqual(['icon', 'picture']);
    const second = await setOwn(user);
    await sweep();
    expect([await objectsOf(first.avatar), await objectsOf(second.avatar)]).toEqual([[], ['icon', 'picture']]);
    await hearth.api.as(user).call(removeAvatar);
    expect((await hearth.api.as(user).call(getMe)).avatar).toBeNull();
    expect(await read(user, second.avatar, 'picture')).toBe(404);
    await hearth.api.as(user).call(removeAvatar);
    const { banner } = await hearth.api.as(user).call(setProfileBanner, { body: { image: pictureUrl() } });
    const last = await setOwn(user);
    expect([await objectsOf(last.avatar), await objectsOf(banner)]).toEqual([['icon', 'picture'], ['picture']]);
    await hearth.db.user.delete({ where: { id: BigInt(user.id) } });
    await sweep();
    expect([await objectsOf(second.avatar), await objectsOf(last.avatar), await objectsOf(banner)]).toEqual([[], [], []]);
  });

  it('of two that come at once one is left', async () => {
    const user = await buildUser(hearth);
    await Promise.all([setOwn(user), setOwn(user), setOwn(user)]);
    const { avatar } = await hearth.api.as(user).call(getMe);
    const files = await hearth.db.file.findMany({ where: { ownerId: BigInt(user.id) } });
    expect(files.map(({ id }) => id.toString())).toEqual([idOf(avatar)]);
  });

  it('comes to nobody who is gone by then', async () => {
    const user = await buildUser(hearth);
    await hearth.db.user.update({ where: { id: BigInt(user.id) }, data: { deletedAt: new Date() } });
    await expect(setOwn(user)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(0);
  });

  it('a banner is wider, and is told to the own devices alone', async () => {
    const { user, server } = await buildMember(hearth);
    const [own, other] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const image = await url(plain(1_000, 1_000));
    const me = await hearth.api.as(user).call(setProfileBanner, { body: { image } });
    expect(await read(user, me.banner, 'picture')).toMatchObject({ width: 1_000, height: 400 });
    expect(await own.next('me:update')).toEqual(me);
    await hearth.api.as(user).call(updateMe, { body: { bannerColor: 0 } });
    await hearth.api.as(user).call(removeProfileBanner);
    expect(await hearth.api.as(user).call(getMe)).toMatchObject({ banner: null, bannerColor: 0 });
    await other.settle();
    expect(other.names()).toEqual([]);
  });
});

describe('the pictures of a server', () => {
  it('are set with MANAGE_SERVER, are told to its members, and noted', async () => {
    const { user, server } = await buildMember(hearth);
    const params = { serverId: server.id };
    const set = () => hearth.api.as(user).call(setServerIcon, { params, body: { image: pictureUrl(), reason: 'New year' } });
    await expect(set()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(0);
    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    const socket = await hearth.connect(server.owner);
    const { icon } = await set();
    expect(await socket.next('server:update')).toMatchObject({ id: server.id, icon, banner: null });
    const { banner } = await hearth.api.as(user).call(setServerBanner, { params, body: { image: pictureUrl() } });
    expect(await hearth.api.as(server.owner).call(getServer, { params })).toMatchObject({ icon, banner });
    await hearth.api.as(user).call(removeServerIcon, { params });
    await hearth.api.as(user).call(removeServerIcon, { params });
    const { entries } = await hearth.api.as(server.owner).call(listAuditLog, { params, query: { action: 'SERVER_UPDATE' } });
    expect(entries.map(({ changes, reason }) => [changes, reason])).toEqual([
      [[{ key: 'icon', before: icon, after: null }], null],
      [[{ key: 'banner', before: null, after: banner }], null],
      [[{ key: 'icon', before: null, after: icon }], 'New year'],
    ]);
  });

  it('go with it, and those who brought them do not take them along', async () => {
    const server = await buildServer(hearth);
    const params = { serverId: server.id };
    const first = await setIcon(server);
    const { icon } = await setIcon(server);
    const { banner } = await hearth.api.as(server.owner).call(setServerBanner, { params, body: { image: await moving() } });
    await sweep();
    expect(await objectsOf(first.icon)).toEqual([]);
    expect([await objectsOf(icon), await objectsOf(banner)]).toEqual([
      ['icon', 'picture'],
      ['picture', 'still'],
    ]);
    expect(await read(await buildUser(hearth), banner, 'picture')).toMatchObject({ pages: 3, width: 600, pageHeight: 240 });
    await hearth.api.as(server.owner).call(deleteServer, { params });
    await sweep();
    expect([await objectsOf(icon), await objectsOf(banner)]).toEqual([[], []]);
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(server.owner.id) } })).toBe(0);
    expect(await hearth.db.fileRemoval.count()).toBe(0);
  });

  it('are shown to whoever holds an invite, as far as that is good', async () => {
    const server = await buildServer(hearth);
    const { code } = await hearth.api.as(server.owner).call(createInvite, { params: { serverId: server.id }, body: {} });
    const open = (held: string) => fetch(`${hearth.url}/api/v1/invites/${held}/icon`);
    expect((await open(code)).status).toBe(404);
    await setIcon(server, await url(plain(300, 300)));
    const answer = await open(code);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'private, max-age=300',
    ]);
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 128, height: 128 });
    expect(await (await open('wrong')).json()).toMatchObject({ code: 'INVITE_INVALID' });
  });

  it('are removed from a server that has them', async () => {
    const server = await buildServer(hearth);
    const params = { serverId: server.id };
    const { banner } = await hearth.api.as(server.owner).call(setServerBanner, { params, body: { image: pictureUrl() } });
    await hearth.api.as(server.owner).call(removeServerBanner, { params, query: { reason: 'Old' } });
    await sweep();
    expect(await objectsOf(banner)).toEqual([]);
  });
});

describe('what is no picture changes nothing', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const png = Buffer.from(pictureUrl().split(',')[1] ?? '', 'base64');

  it.each([
    ['text under the name of a picture', pictureUrl(Buffer.from('no picture at all'))],
    ['SVG with script', pictureUrl(Buffer.from(svg))],
    ['half a picture', pictureUrl(png.subarray(0, 40))],
    ['a few kilobytes that claim to be gigabytes', pictureUrl(pngBytes(30_000, 30_000))],
    ['no data URL', 'https://example.org/picture.png'],
    ['another encoding', 'data:image/svg+xml;utf8,<svg/>'],
    ['broken base64', 'data:image/png;base64,ab=cd'],
    ['too many bytes', `data:image/png;base64,${'A'.repeat((limits.pictureBytes / 3) * 4 + 200)}`],
  ])('%s', async (_, image) => {
    const user = await buildUser(hearth);
    const { avatar } = await setOwn(user);
    await expect(setOwn(user, image)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.image' }] });
    expect((await hearth.api.as(user).call(getMe)).avatar).toBe(avatar);
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(1);
  });

  it.each([
    ['beyond its edge', { x: 1, y: 0, width: 1, height: 1 }, 'body.image'],
    ['of nothing', { x: 0, y: 0, width: 0, height: 1 }, 'body.crop.width'],
    ['before its edge', { x: -1, y: 0, width: 1, height: 1 }, 'body.crop.x'],
    ['of half a pixel', { x: 0.5, y: 0, width: 1, height: 1 }, 'body.crop.x'],
  ])('a part %s', async (_, crop, where) => {
    const refused = { code: 'VALIDATION', errors: [{ path: where }] };
    await expect(setOwn(await buildUser(hearth), pictureUrl(), crop)).rejects.toMatchObject(refused);
  });

  it('more than any picture may be is refused before it is read', async () => {
    const answer = await hearth.api.as(await buildUser(hearth)).send('post', '/users/me/avatar', { image: 'A'.repeat(6_000_000) });
    expect(answer.body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  it('nothing is read from whoever is not signed in, whatever it is', async () => {
    for (const api of [hearth.api, hearth.api.as({ accessToken: 'forged' })]) {
      const answer = await api.send('post', '/users/me/avatar').type('json').send('[');
      expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    const answer = await hearth.api
      .as(await buildUser(hearth))
      .send('post', '/users/me/avatar')
      .type('json')
      .send('[');
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });

  it('nor does what the disk does not take', async () => {
    const server = await buildServer(hearth);
    const disk = await limitDisk(0);
    await expect(setIcon(server)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 });
    disk.free();
    expect(await hearth.db.file.count({ where: { serverId: BigInt(server.id) } })).toBe(0);
  });
});
