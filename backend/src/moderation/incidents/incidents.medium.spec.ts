import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createIncident,
  createInvite,
  getServer,
  joinServer,
  leaveServer,
  limits,
  listBans,
  listIncidents,
  listMessages,
  previewIncident,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { evidenceOf, lastHour, undo } from '../../../test/factories/incidents.js';
import { buildChannel, buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../../messages/messages.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const HOUR = 3_600_000;
const as = (user: TestUser) => hearth.api.as(user);
const params = ({ id: serverId }: TestServer) => ({ params: { serverId } });
const send = (user: TestUser, channelId: string, content = 'spam') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const preview = (caller: TestUser, server: TestServer, body = {}) =>
  as(caller).call(previewIncident, { ...params(server), body: { ...lastHour(), ...body } });

describe('a raid', () => {
  let server: TestServer;
  let code: string;
  let raiders: TestUser[];
  let regular: TestUser;

  beforeEach(async () => {
    server = await buildServer(hearth);
    regular = (await buildMember(hearth, { server })).user;
    code = (await as(regular).call(createInvite, { ...params(server), body: {} })).code;
    raiders = await Promise.all([1, 2, 3].map(() => buildUser(hearth)));
    for (const raider of raiders) await as(raider).call(joinServer, { params: { code } });
  });

  it('is seen: who came by what, who wrote where', async () => {
    const other = await buildChannel(hearth, { server, name: 'other' });
    const [first, second] = raiders as [TestUser, TestUser, TestUser];
    await send(first, server.general.id);
    await send(first, other.id);
    await send(second, server.general.id);
    await send(regular, server.general.id, 'what is going on?');
    const seen = await preview(server.owner, server, { inviteCode: code });
    expect(seen.joins).toBe(3);
    expect(seen.suspects).toMatchObject(
      raiders.map(({ id }, index) => ({
        user: { id },
        inviter: { id: regular.id },
        inviteCode: code,
        isMember: true,
        isBanned: false,
        messages: [2, 1, 0][index],
        changes: 0,
        canActOn: true,
      })),
    );
    expect(seen.channels).toEqual([
      { channelId: server.general.id, name: 'general', messages: 2 },
      { channelId: other.id, name: 'other', messages: 1 },
    ]);
    expect(seen.changes).toEqual([]);
    const all = await preview(server.owner, server, { userIds: [server.owner.id] });
    expect(all.joins).toBe(4);
    expect(all.suspects.map(({ user, canActOn }) => [user.id, canActOn])).toEqual([
      [server.owner.id, false],
      [regular.id, true],
      ...raiders.map(({ id }) => [id, true]),
    ]);
  });

  it('tells of nobody who was never in the server, and does nothing to them', async () => {
    const [gone] = raiders as [TestUser];
    await as(gone).call(leaveServer, params(server));
    const stranger = await buildUser(hearth);
    await buildMember(hearth, { user: stranger });
    const seen = await preview(server.owner, server, { inviteCode: 'unknown', userIds: [stranger.id, '1', gone.id] });
    expect(seen.suspects.map(({ user }) => user.id)).toEqual([gone.id]);
    const incident = await undo(hearth, { server }, [stranger, gone], { removeMembers: 'ban' });
    expect(incident).toMatchObject({ status: 'DONE', suspects: 1, skipped: 1 });
    expect((await as(server.owner).call(listBans, params(server))).bans.map(({ user }) => user.id)).toEqual([gone.id]);
  });

  it('of more people than are listed at once shows those in question and those who are still there', async () => {
    const ids = Array.from({ length: limits.incidentSuspects }, (_, index) => BigInt(server.id) + BigInt(index + 1));
    const joinedAt = new Date(Date.now() - 60_000);
    await hearth.db.user.createMany({
      data: ids.map((id) => ({ id, username: `raid_${id}`, displayName: 'Raid', passwordHash: '' })),
    });
    await hearth.db.join.createMany({ data: ids.map((id) => ({ id, serverId: BigInt(server.id), userId: id, joinedAt })) });
    const seen = await preview(server.owner, server, { userIds: [server.owner.id] });
    expect(seen.joins).toBe(limits.incidentSuspects + 4);
    expect(seen.suspects).toHaveLength(limits.incidentSuspects);
    expect(seen.suspects[0]?.user.id).toBe(server.owner.id);
    const shown = new Set(seen.suspects.map(({ user }) => user.id));
    expect([regular, ...raiders].filter(({ id }) => !shown.has(id))).toEqual([]);
  });

  it('of another time or invite is none', async () => {
    expect((await preview(server.owner, server, { inviteCode: 'unknown' })).suspects).toEqual([]);
    const [since, until] = [2 * HOUR, HOUR].map((ago) => new Date(Date.now() - ago).toISOString());
    expect(await preview(server.owner, server, { since, until })).toEqual({ suspects: [], joins: 0, channels: [], changes: [] });
  });

  it('is undone also where somebody in question has no account', async () => {
    const [first] = raiders as [TestUser];
    const nobody = { ...first, id: '1' };
    const incident = await undo(hearth, { server }, [nobody, first], { removeMembers: 'ban' });
    expect(incident).toMatchObject({ status: 'DONE', suspects: 1, removed: 1, skipped: 1 });
  });

  it('is undone: its people are banned and their messages gone, and all of it is kept', async () => {
    const [first, second] = raiders as [TestUser, TestUser, TestUser];
    const messages = [await send(first, server.general.id, 'one'), await send(second, server.general.id, 'two')];
    const kept = await send(regular, server.general.id, 'kept');
    const witness = await hearth.connect(regular);
    const incident = await undo(hearth, { server }, raiders, { removeMembers: 'ban', deleteMessages: true, reason: 'Raid' });
    expect(incident).toMatchObject({
      status: 'DONE',
      actor: { id: server.owner.id },
      reason: 'Raid',
      suspects: 3,
      done: 5,
      total: 5,
      removed: 3,
      deleted: 2,
      reverted: 0,
      skipped: 0,
    });
    const { memberCount } = await as(server.owner).call(getServer, params(server));
    expect(memberCount).toBe(2);
    for (const raider of raiders) await expect(as(raider).call(joinServer, { params: { code } })).rejects.toMatchObject({ code: 'BANNED' });
    const { messages: left } = await as(regular).call(listMessages, { params: { channelId: server.general.id }, query: {} });
    expect(left.map(({ id, content }) => [id, content])).toEqual([
      [messages[0]?.id, ''],
      [messages[1]?.id, ''],
      [kept.id, 'kept'],
    ]);
    expect((await witness.next('message:bulk-delete')).ids).toEqual(messages.map(({ id }) => id));
    expect(witness.all('member:remove').map(({ userId }) => userId)).toEqual(raiders.map(({ id }) => id));

    const evidence = await evidenceOf(hearth, server, incident);
    expect(evidence.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4]);
    expect(evidence.slice(0, 3)).toMatchObject(
      raiders.map(({ id }) => ({ kind: 'MEMBER', data: { user: { id }, inviterId: regular.id, inviteCode: code, roleIds: [] } })),
    );
    expect(evidence.slice(3)).toMatchObject([
      { kind: 'MESSAGE', data: { id: messages[0]?.id, content: 'one', channelName: 'general', author: { id: first.id } } },
      { kind: 'MESSAGE', data: { id: messages[1]?.id, content: 'two', author: { id: second.id } } },
    ]);
    expect((await actsOf(hearth, server, 'MEMBER_BAN')).map(({ targetId, reason }) => [targetId, reason]).sort()).toEqual(
      raiders.map(({ id }) => [id, 'Raid']).sort(),
    );
    expect(await actsOf(hearth, server, 'INCIDENT_REVERT')).toMatchObject([
      { actorId: server.owner.id, targetId: incident.id, reason: 'Raid' },
    ]);
    expect((await as(server.owner).call(listIncidents, { ...params(server) })).incidents).toEqual([incident]);
  });

  it('tells whoever undoes it how far it is', async () => {
    const device = await hearth.connect(server.owner);
    const body = {
      ...lastHour(),
      userIds: raiders.map(({ id }) => id),
      removeMembers: 'kick' as const,
      deleteMessages: false,
      revertChanges: false,
    };
    const begun = await as(server.owner).call(createIncident, { ...params(server), body });
    expect(begun).toMatchObject({ status: 'RUNNING', done: 0, total: 3, suspects: 3 });
    const news = { serverId: server.id, kind: 'INCIDENT', targetId: begun.id, total: 3, done: 3 };
    expect(await device.next('moderation:progress')).toEqual({ ...news, status: 'RUNNING' });
    expect(await device.next('moderation:progress', ({ status }) => status !== 'RUNNING')).toEqual({ ...news, status: 'DONE' });
  });

  it('kicks only, where that is asked; those who left before are banned all the same', async () => {
    const [first, second] = raiders as [TestUser, TestUser, TestUser];
    const kicked = await undo(hearth, { server }, [first, second], { removeMembers: 'kick' });
    expect(kicked).toMatchObject({ removed: 2, skipped: 0 });
    expect((await as(server.owner).call(listBans, params(server))).bans).toEqual([]);
    const banned = await undo(hearth, { server }, [first, second], { removeMembers: 'ban' });
    expect(banned).toMatchObject({ removed: 0, status: 'DONE' });
    expect((await as(server.owner).call(listBans, params(server))).bans).toHaveLength(2);
  });

  it('does nothing to the owner, oneself, or those as high', async () => {
    const [administrator, equal] = raiders as [TestUser, TestUser, TestUser];
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [administrator, equal] });
    const message = await send(equal, server.general.id);
    const incident = await undo(hearth, { server, caller: administrator }, [server.owner, administrator, equal, regular], {
      removeMembers: 'ban',
      deleteMessages: true,
    });
    expect(incident).toMatchObject({ suspects: 1, removed: 1, skipped: 3, deleted: 0, status: 'DONE' });
    expect(await hearth.db.message.findUnique({ where: { id: BigInt(message.id) } })).toMatchObject({ deletedAt: null });
    expect((await as(server.owner).call(getServer, params(server))).memberCount).toBe(4);
  });

  it('of more people and messages than are done at once is undone as a whole', async () => {
    const crowd = Array.from({ length: 120 }, (_, index) => BigInt(server.id) + BigInt(index + 1));
    const joinedAt = new Date();
    await hearth.db.user.createMany({
      data: crowd.map((id) => ({ id, username: `crowd_${id}`, displayName: 'Crowd', passwordHash: '' })),
    });
    const membership = crowd.map((userId) => ({ serverId: BigInt(server.id), userId, joinedAt }));
    await hearth.db.member.createMany({ data: membership });
    await hearth.db.join.createMany({ data: membership.map((row) => ({ ...row, id: row.userId })) });
    await hearth.db.server.update({ where: { id: BigInt(server.id) }, data: { memberCount: { increment: 120 } } });
    await hearth.get(PermissionsService).changed(server.id);
    const bodies = Array.from({ length: 1_100 }, (_, index) => ({
      id: BigInt(server.general.id) + BigInt(index + 1),
      channelId: BigInt(server.general.id),
      seq: index + 1,
      version: index + 1,
      authorId: crowd[index % crowd.length] ?? 0n,
      content: `spam ${index}`,
    }));
    await hearth.db.message.createMany({ data: bodies });
    await hearth.db.channel.update({ where: { id: BigInt(server.general.id) }, data: { lastSeq: 1_100, version: 1_100 } });
    const users = crowd.map((id) => ({ ...regular, id: id.toString() }));
    const incident = await undo(hearth, { server }, users, { removeMembers: 'kick', deleteMessages: true });
    expect(incident).toMatchObject({ status: 'DONE', removed: 120, deleted: 1_100, done: 1_220, total: 1_220 });
    expect(await hearth.db.message.count({ where: { channelId: BigInt(server.general.id), deletedAt: null } })).toBe(0);
    expect(await hearth.db.incidentEvidence.count({ where: { incidentId: BigInt(incident.id) } })).toBe(1_220);
    const { version } = await hearth.db.channel.findUniqueOrThrow({ where: { id: BigInt(server.general.id) } });
    expect(version).toBe(2_200);
  });
});

describe('a window', () => {
  it.each([
    { since: '2026-01-02T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
    { since: '2026-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
    { since: '2026-01-01T00:00:00.000Z', until: '2026-01-08T00:00:00.001Z' },
    { since: 'yesterday', until: 'today' },
    { since: '0000-01-01T00:00:00.000Z', until: '0000-01-02T00:00:00.000Z' },
  ])('is not %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    const rest = { userIds: ['1'], removeMembers: 'none', deleteMessages: false, revertChanges: false };
    for (const path of ['incidents/preview', 'incidents']) {
      const answer = await as(owner).send('post', `/servers/${id}/${path}`, { ...rest, ...body });
      expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    }
  });

  it('is looked at by what can be the code of an invite', async () => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('post', `/servers/${id}/incidents/preview`, { ...lastHour(), inviteCode: 'a\0' });
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.inviteCode' }] });
  });

  it.each([{ userIds: [] }, { userIds: ['x'] }, { removeMembers: 'shoot' }, { deleteMessages: 'yes' }])(
    'is not undone with %j',
    async (body) => {
      const { id, owner } = await buildServer(hearth);
      const rest = { ...lastHour(), userIds: ['1'], removeMembers: 'none', deleteMessages: false, revertChanges: false };
      const answer = await as(owner).send('post', `/servers/${id}/incidents`, { ...rest, ...body });
      expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    },
  );
});
