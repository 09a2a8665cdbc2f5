import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteOverwrite,
  getChannel,
  limits,
  permissionsOf,
  replaceOverwrites,
  setOverwrite,
  syncOverwrites,
  type Channel,
  type PermissionName,
} from '@hearth/contract';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const bits = (...names: PermissionName[]) => permissionsOf(...names).toString();
const role = (targetId: string, allow: PermissionName[], deny: PermissionName[] = []) =>
  ({ targetId, type: 'ROLE', allow: bits(...allow), deny: bits(...deny) }) as const;
const member = (user: TestUser, allow: PermissionName[], deny: PermissionName[] = []) =>
  ({ targetId: user.id, type: 'MEMBER', allow: bits(...allow), deny: bits(...deny) }) as const;

type Overwrite = Channel['overwrites'][number];

const set = (caller: TestUser, channelId: string, { targetId, ...body }: Overwrite, reason?: string) =>
  hearth.api.as(caller).call(setOverwrite, { params: { channelId, targetId }, body: { ...body, ...(reason && { reason }) } });
const replace = (caller: TestUser, channelId: string, overwrites: Overwrite[], before?: Overwrite[]) =>
  hearth.api.as(caller).call(replaceOverwrites, { params: { channelId }, body: { overwrites, ...(before && { before }) } });
const remove = (caller: TestUser, channelId: string, targetId: string) =>
  hearth.api.as(caller).call(deleteOverwrite, { params: { channelId, targetId }, query: {} });
const overwritesOf = async ({ owner }: TestServer, channelId: string) => {
  const { overwrites } = await hearth.api.as(owner).call(getChannel, { params: { channelId } });
  return overwrites.toSorted((one, other) => (BigInt(one.targetId) < BigInt(other.targetId) ? -1 : 1));
};
const factsOf = async ({ id }: TestServer) => [
  (await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(id) } })).accessVersion,
  await hearth.db.auditLogEntry.count({ where: { serverId: BigInt(id) } }),
];
const lastEntry = ({ id }: TestServer) => hearth.db.auditLogEntry.findFirst({ where: { serverId: BigInt(id) }, orderBy: { id: 'desc' } });

/** Somebody with MANAGE_ROLES by a role above a lower one and below a higher one. */
async function buildModerator(...permissions: PermissionName[]) {
  const { user, server } = await buildMember(hearth);
  const higher = await buildRole(hearth, { server, permissions: [] });
  const own = await buildRole(hearth, { server, permissions: ['MANAGE_ROLES', ...permissions], members: [user] });
  const lower = await buildRole(hearth, { server, permissions: [] });
  return { user, server, own, lower, higher, channel: server.general };
}

describe('setting an overwrite', () => {
  it('takes effect at once, is told and kept', async () => {
    const { user, server } = await buildMember(hearth);
    const device = await hearth.connect(user);
    const { id } = server.general;
    const send = () =>
      hearth.api.as(user).call(createMessage, { params: { channelId: id }, body: { content: 'hi', nonce: crypto.randomUUID() } });
    const changed = await set(server.owner, id, role(server.id, [], ['SEND_MESSAGES']), ' quiet ');
    expect(changed.overwrites).toEqual([role(server.id, [], ['SEND_MESSAGES'])]);
    expect(await device.next('channel:update')).toEqual(changed);
    await expect(send()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await lastEntry(server)).toMatchObject({
      action: 'OVERWRITE_UPDATE',
      actorId: BigInt(server.owner.id),
      targetId: BigInt(id),
      targetName: 'general',
      reason: 'quiet',
      changes: [{ key: `ROLE:${server.id}`, before: null, after: { allow: '0', deny: bits('SEND_MESSAGES') } }],
    });
    await set(server.owner, id, member(user, ['SEND_MESSAGES']));
    expect(await send()).toMatchObject({ content: 'hi' });
  });

  it('is for those with MANAGE_ROLES, of what is below them, by what they hold', async () => {
    const { user, server, own, lower, higher, channel } = await buildModerator('ATTACH_FILES');
    const other = await buildMember(hearth, { server });
    for (const targetId of [own, higher])
      await expect(set(user, channel.id, role(targetId, []))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(set(user, channel.id, member(server.owner, []))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(set(user, channel.id, role(lower, ['MANAGE_MESSAGES']))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(set(user, channel.id, role(lower, [], ['MANAGE_MESSAGES']))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(set(other.user, channel.id, role(lower, []))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });

    await set(user, channel.id, role(lower, ['ATTACH_FILES']));
    await set(user, channel.id, role(server.id, [], ['SEND_MESSAGES']));
    await set(user, channel.id, member(other.user, ['ATTACH_FILES']));
    await set(user, channel.id, member(user, ['ATTACH_FILES'], ['ADD_REACTIONS']));
    await expect(set(user, channel.id, role(lower, ['ADD_REACTIONS']))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('counts what is held in that channel, not in the server', async () => {
    const { user, server, lower, channel } = await buildModerator('ATTACH_FILES', 'MANAGE_MESSAGES');
    await buildOverwrite(hearth, { channel, roleId: server.id, deny: ['ATTACH_FILES'] });
    await expect(set(user, channel.id, role(lower, ['ATTACH_FILES']))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(set(user, channel.id, role(server.id, []))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await set(user, channel.id, role(lower, ['MANAGE_MESSAGES']));
  });

  it('finds no role or member that is not there, and no channel that is hidden', async () => {
    const { user, server, lower, channel } = await buildModerator();
    const stranger = await buildUser(hearth);
    for (const overwrite of [role('1', []), member(stranger, []), { ...role(lower, []), type: 'MEMBER' as const }])
      await expect(set(server.owner, channel.id, overwrite)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildOverwrite(hearth, { channel, userId: user.id, deny: ['VIEW_CHANNEL'] });
    for (const caller of [user, stranger])
      await expect(set(caller, channel.id, role(lower, []))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that changes nothing does nothing and tells nobody', async () => {
    const { user, server, lower, channel } = await buildModerator();
    await set(user, channel.id, role(lower, ['SEND_MESSAGES']));
    const device = await hearth.connect(user);
    const before = await factsOf(server);
    expect((await set(user, channel.id, role(lower, ['SEND_MESSAGES']))).overwrites).toHaveLength(1);
    await device.settle();
    expect(device.all('channel:update')).toEqual([]);
    expect(await factsOf(server)).toEqual(before);
  });

  it('keeps what each of several at once sets', async () => {
    const server = await buildServer(hearth);
    const roles = await Promise.all(Array.from({ length: 6 }, () => buildRole(hearth, { server, permissions: [] })));
    await Promise.all(roles.map((roleId) => set(server.owner, server.general.id, role(roleId, ['SEND_MESSAGES']))));
    expect((await overwritesOf(server, server.general.id)).map(({ targetId }) => targetId).toSorted()).toEqual(roles.toSorted());
  });

  it.each([
    ['both ways', { type: 'ROLE', allow: '2048', deny: '2048' }],
    ['unknown bits', { type: 'ROLE', allow: (1n << 60n).toString(), deny: '0' }],
    ['no number', { type: 'ROLE', allow: 'all', deny: '0' }],
    ['no type', { allow: '0', deny: '0' }],
    ['too long a reason', { type: 'ROLE', allow: '0', deny: '0', reason: 'x'.repeat(limits.auditReason + 1) }],
  ])('refuses %s', async (_what, body) => {
    const { owner, general, id } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('put', `/channels/${general.id}/overwrites/${id}`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', status: 400 });
  });
});

describe('taking an overwrite away', () => {
  it('is for those who might have set it', async () => {
    const { user, server, lower, higher, channel } = await buildModerator('ATTACH_FILES');
    const left = await buildMember(hearth, { server });
    const overwrites = [
      role(lower, ['ATTACH_FILES']),
      role(higher, []),
      role(server.id, [], ['USE_EXTERNAL_EMOJIS']),
      member(left.user, ['ADD_REACTIONS']),
    ];
    for (const overwrite of overwrites) await set(server.owner, channel.id, overwrite);
    await hearth.db.member.deleteMany({ where: { userId: BigInt(left.user.id) } });
    for (const targetId of [higher, server.id])
      await expect(remove(user, channel.id, targetId)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await remove(user, channel.id, lower);
    expect(await lastEntry(server)).toMatchObject({ action: 'OVERWRITE_DELETE', changes: [{ key: `ROLE:${lower}`, after: null }] });
    await remove(user, channel.id, left.user.id);
    await expect(remove(user, channel.id, lower)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await overwritesOf(server, channel.id)).toHaveLength(2);
  });
});

describe('setting all overwrites at once', () => {
  it('leaves those that stay to others, and refuses the whole if a part is refused', async () => {
    const { user, server, lower, higher, channel } = await buildModerator('ATTACH_FILES');
    await set(server.owner, channel.id, role(higher, ['MANAGE_MESSAGES']));
    const wanted = [role(lower, ['ATTACH_FILES']), role(higher, ['MANAGE_MESSAGES']), role(server.id, [], ['ATTACH_FILES'])];
    await replace(user, channel.id, wanted);
    expect(await overwritesOf(server, channel.id)).toEqual(wanted.toSorted((a, b) => (BigInt(a.targetId) < BigInt(b.targetId) ? -1 : 1)));
    await expect(replace(user, channel.id, [role(lower, [])])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(replace(user, channel.id, [...wanted, role('1', [])])).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(replace(user, channel.id, [...wanted, role(lower, [])])).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(await overwritesOf(server, channel.id)).toHaveLength(3);
  });

  it('reverts nothing that somebody else changed since one looked', async () => {
    const { user, server, lower, channel } = await buildModerator();
    const seen = await overwritesOf(server, channel.id);
    await set(server.owner, channel.id, role(server.id, [], ['SEND_MESSAGES']));
    const wanted = [...seen, role(lower, ['MANAGE_ROLES'])];
    await expect(replace(user, channel.id, wanted, seen)).rejects.toMatchObject({ code: 'CONFLICT', status: 409 });
    const present = await overwritesOf(server, channel.id);
    expect(present).toEqual([role(server.id, [], ['SEND_MESSAGES'])]);
    await replace(user, channel.id, [...present, role(lower, ['MANAGE_ROLES'])], present);
    expect(await overwritesOf(server, channel.id)).toHaveLength(2);
  });
});

describe('a category', () => {
  it('hands its overwrites to the channels that are in sync with it, and to no other', async () => {
    const server = await buildServer(hearth);
    const { owner } = server;
    const roleId = await buildRole(hearth, { server, permissions: [] });
    const category = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    const follows = await buildChannel(hearth, { server, parentId: category.id });
    const stands = await buildChannel(hearth, { server, parentId: category.id });
    await set(owner, stands.id, role(roleId, ['SEND_MESSAGES']));
    const elsewhere = await buildPrivateChannel(hearth, { server });
    const hidden = role(server.id, [], ['VIEW_CHANNEL']);

    const device = await hearth.connect(owner);
    await set(owner, category.id, role(roleId, ['VIEW_CHANNEL']));
    const both = [hidden, role(roleId, ['VIEW_CHANNEL'])];
    expect(await overwritesOf(server, category.id)).toEqual(both);
    expect(await overwritesOf(server, follows.id)).toEqual(both);
    expect(await overwritesOf(server, stands.id)).toEqual([hidden, role(roleId, ['SEND_MESSAGES'])]);
    expect(await overwritesOf(server, elsewhere.id)).toEqual([hidden]);
    await device.settle();
    expect(device.all('channel:update').map(({ id }) => id).toSorted()).toEqual([category.id, follows.id].toSorted()); // prettier-ignore

    const synced = await hearth.api.as(owner).call(syncOverwrites, { params: { channelId: stands.id } });
    expect(synced.overwrites).toHaveLength(2);
    await remove(owner, category.id, roleId);
    for (const { id } of [category, follows, stands]) expect(await overwritesOf(server, id)).toEqual([hidden]);
  });

  it('is not there for channels without one', async () => {
    const server = await buildServer(hearth);
    const sync = hearth.api.as(server.owner).call(syncOverwrites, { params: { channelId: server.general.id } });
    await expect(sync).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('gives nothing by syncing that the caller does not hold', async () => {
    const { user, server, lower } = await buildModerator();
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const channel = await buildChannel(hearth, { server, parentId: category.id });
    await set(server.owner, category.id, role(lower, ['MANAGE_MESSAGES']));
    await set(server.owner, channel.id, role(lower, []));
    const sync = () => hearth.api.as(user).call(syncOverwrites, { params: { channelId: channel.id } });
    await expect(sync()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await set(server.owner, category.id, role(lower, ['SEND_MESSAGES']));
    expect((await sync()).overwrites).toEqual([role(lower, ['SEND_MESSAGES'])]);
  });
});
