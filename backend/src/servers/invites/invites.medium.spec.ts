import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createInvite,
  deleteServer,
  getInvite,
  joinServer,
  leaveServer,
  limits,
  listInvites,
  revokeInvite,
  type Invite,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildMember, buildPrivateChannel, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { whileDeletingRole } from '../../../test/while-deleting.js';
import { PermissionsService } from '../../permissions/permissions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const invite = (caller: TestUser, serverId: string, body: object = {}) =>
  hearth.api.as(caller).call(createInvite, { params: { serverId }, body });
const ownInvite = ({ owner, id }: TestServer, body: object = {}) => invite(owner, id, body);
const join = (caller: TestUser, code: string) => hearth.api.as(caller).call(joinServer, { params: { code } });
const preview = (code: string) => hearth.api.call(getInvite, { params: { code } });
const expire = (code: string) => hearth.db.invite.update({ where: { code }, data: { expiresAt: new Date() } });
const gone = { code: 'INVITE_INVALID', status: 404 };

describe('making an invite', () => {
  it('is unlimited unless it says otherwise', async () => {
    const { user, server } = await buildMember(hearth);
    const made = await invite(user, server.id);
    expect(made).toEqual({
      code: expect.stringMatching(/^[0-9A-Za-z]{10}$/),
      serverId: server.id,
      channelId: null,
      inviter: { id: user.id, username: user.username, displayName: user.username, avatar: null },
      uses: 0,
      maxUses: null,
      expiresAt: null,
      createdAt: expect.any(String),
    });
    const limited = await invite(user, server.id, { maxUses: 3, expiresIn: 60, channelId: server.general.id });
    expect(limited).toMatchObject({ maxUses: 3, channelId: server.general.id });
    expect(Date.parse(limited.expiresAt ?? '') - Date.parse(limited.createdAt)).toBeCloseTo(60_000, -3);
  });

  it('is nothing that whoever was thrown out leaves behind, also where that is not known yet', async () => {
    const { user, server } = await buildMember(hearth);
    await invite(user, server.id);
    const serverId = BigInt(server.id);
    await hearth.db.member.delete({ where: { serverId_userId: { serverId, userId: BigInt(user.id) } } });
    await hearth.db.server.update({ where: { id: serverId }, data: { accessVersion: { increment: 1 } } });
    await expect(invite(user, server.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.db.invite.count({ where: { serverId, inviterId: BigInt(user.id) } })).toBe(1);
  });

  it('needs CREATE_INVITE and a channel of the server that the inviter may see', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const elsewhere = await buildServer(hearth, { owner: user });
    for (const channelId of [hidden.id, elsewhere.general.id, '1']) {
      await expect(invite(user, server.id, { channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await hearth.db.role.update({ where: { id: BigInt(server.id) }, data: { permissions: 1024n } });
    await buildRole(hearth, { server, permissions: [] });
    await expect(invite(user, server.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(invite(await buildUser(hearth), server.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    { maxUses: 0 },
    { maxUses: 1.5 },
    { maxUses: 10_001 },
    { expiresIn: 0 },
    { expiresIn: 31_536_001 },
    { channelId: 'x' },
    { channelId: 7 },
  ])('refuses %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('post', `/servers/${id}/invites`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
  });

  it('finds no server that was deleted after the permission was checked', async () => {
    const { id, owner } = await buildServer(hearth);
    const access = await hearth.get(PermissionsService).server(owner, id);
    await hearth.db.server.delete({ where: { id: BigInt(id) } });
    expect(access.rules.server.id).toBe(id);
    await expect(invite(owner, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stops at the limit, also for many at once; what no longer works does not count', async () => {
    const server = await buildServer(hearth);
    const serverId = BigInt(server.id);
    const row = (index: number) => ({ code: `${server.id}x${index}`, serverId });
    await hearth.db.invite.createMany({ data: Array.from({ length: limits.invitesPerServer - 1 }, (_, index) => row(index)) });
    await hearth.db.invite.create({ data: { ...row(-1), code: `${server.id}old`, expiresAt: new Date(Date.now() - 25 * 3_600_000) } });
    await hearth.db.invite.create({ data: { ...row(-1), code: `${server.id}used`, uses: 1, maxUses: 1 } });
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => ownInvite(server)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'LIMIT_REACHED' });
    expect(await hearth.db.invite.count({ where: { code: `${server.id}old` } })).toBe(0);
  });
});

describe('the preview', () => {
  it('is for everybody with the code', async () => {
    const server = await buildServer(hearth, { name: 'The workshop' });
    const { code } = await ownInvite(server, { channelId: server.general.id });
    expect(await preview(code)).toEqual({
      code,
      server: { id: server.id, name: 'The workshop', icon: null, memberCount: 1 },
      channel: { id: server.general.id, name: 'general' },
      inviter: { id: server.owner.id, username: server.owner.username, displayName: server.owner.username, avatar: null },
      expiresAt: null,
    });
  });

  it('keeps the name of a private channel to itself', async () => {
    const server = await buildServer(hearth);
    const { id } = await buildPrivateChannel(hearth, { server, name: 'takeover-plans' });
    const { code } = await ownInvite(server, { channelId: id });
    expect((await preview(code)).channel).toBeNull();
  });

  it.each(['unknown123', 'a%00b', '%F0%9F%92%A9', 'a%2Fb', 'x'.repeat(64)])('of %s leads nowhere', async (code) => {
    const answer = await hearth.api.send('get', `/invites/${code}`);
    expect(answer.body).toMatchObject(gone);
  });

  it('of one that expired, was used up or revoked leads nowhere', async () => {
    const server = await buildServer(hearth);
    const [expired, used, revoked] = await Promise.all([ownInvite(server), ownInvite(server, { maxUses: 1 }), ownInvite(server)]);
    await expire(expired.code);
    await join(await buildUser(hearth), used.code);
    await hearth.api.as(server.owner).call(revokeInvite, { params: { code: revoked.code } });
    const late = await buildUser(hearth);
    for (const { code } of [expired, used, revoked]) {
      await expect(preview(code)).rejects.toMatchObject(gone);
      await expect(join(late, code)).rejects.toMatchObject(gone);
    }
  });
});

describe('the list of invites', () => {
  const list = (caller: TestUser, serverId: string, query = {}) => hearth.api.as(caller).call(listInvites, { params: { serverId }, query });

  it('holds the own ones for whoever made them, and those of one person for managers', async () => {
    const { user, server } = await buildMember(hearth);
    const { code } = await invite(user, server.id);
    await ownInvite(server);
    const codesOf = async (caller: TestUser) => (await list(caller, server.id, { inviterId: user.id })).invites.map((one) => one.code);
    expect(await codesOf(user)).toEqual([code]);
    expect(await codesOf(server.owner)).toEqual([code]);
    await expect(list(user, server.id, { inviterId: server.owner.id })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(list(await buildUser(hearth), server.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds those that still work, the newest first, page by page', async () => {
    const server = await buildServer(hearth);
    const moment = new Date(Date.now() - 60_000);
    const made: Invite[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await ownInvite(server));
    const twins = made.slice(0, 2).map(({ code }) => code);
    await hearth.db.invite.updateMany({ where: { code: { in: twins } }, data: { createdAt: moment } });
    const [expired, used] = [await ownInvite(server), await ownInvite(server, { maxUses: 1 })];
    await expire(expired.code);
    await join(await buildUser(hearth), used.code);

    const codes: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(server.owner, server.id, { limit: '2', ...(cursor && { cursor }) });
      codes.push(...page.invites.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor);
    const newest = made
      .slice(2)
      .map(({ code }) => code)
      .reverse();
    expect(codes).toEqual([...newest, ...twins.sort().reverse()]);
  });

  it('is for those with MANAGE_SERVER', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(list(user, server.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(list(await buildUser(hearth), server.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    expect((await list(user, server.id)).invites).toHaveLength(1);
  });

  it.each(['limit=0', 'limit=x', 'cursor=abc'])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('get', `/servers/${id}/invites?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `query.${query.split('=')[0]}` }] });
  });
});

describe('revoking an invite', () => {
  const revoke = (caller: TestUser, code: string) => hearth.api.as(caller).call(revokeInvite, { params: { code } });

  it('is for who made it, also after leaving, and for those with MANAGE_SERVER', async () => {
    const { user, server } = await buildMember(hearth);
    const [first, second, third] = [await invite(user, server.id), await invite(user, server.id), await ownInvite(server)];
    await expect(revoke(user, third.code)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(revoke(await buildUser(hearth), first.code)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await revoke(server.owner, first.code);
    await hearth.api.as(user).call(leaveServer, { params: { serverId: server.id } });
    await revoke(user, second.code);
    for (const { code } of [first, second]) await expect(preview(code)).rejects.toMatchObject(gone);
    expect((await preview(third.code)).code).toBe(third.code);
  });

  it('fails for somebody who loses MANAGE_SERVER meanwhile', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    const { code } = await ownInvite(server);
    await whileDeletingRole(hearth, server.id, roleId, () =>
      expect(revoke(user, code)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' }),
    );
    expect((await preview(code)).code).toBe(code);
  });

  it('and making one are kept in the log', async () => {
    const server = await buildServer(hearth);
    const { code } = await ownInvite(server, { maxUses: 2 });
    await revoke(server.owner, code);
    const act = { actorId: server.owner.id, targetId: null, targetName: code, reason: null };
    expect(await actsOf(hearth, server, 'INVITE_CREATE')).toEqual([{ ...act, changes: [{ key: 'maxUses', before: null, after: 2 }] }]);
    expect(await actsOf(hearth, server, 'INVITE_DELETE')).toEqual([{ ...act, changes: [] }]);
  });

  it('finds none that is not there', async () => {
    const user = await buildUser(hearth);
    await expect(revoke(user, 'unknown')).rejects.toMatchObject(gone);
    const server = await buildServer(hearth);
    const { code } = await ownInvite(server);
    await hearth.api.as(server.owner).call(deleteServer, { params: { serverId: server.id } });
    await expect(revoke(server.owner, code)).rejects.toMatchObject(gone);
  });
});
