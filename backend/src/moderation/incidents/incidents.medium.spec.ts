import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  banMember,
  createIncident,
  createInvite,
  createRole,
  deleteRole,
  getIncident,
  getServer,
  joinServer,
  listBans,
  listIncidentEvidence,
  listIncidents,
  listMessages,
  listRoles,
  permissionsOf,
  previewIncident,
  setOverwrite,
  updateMember,
  updateRole,
  updateServer,
  type Incident,
  type IncidentEvidence,
  type Input,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildChannel, buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../../messages/messages.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { MemberRolesService } from '../../servers/roles/member-roles.service.js';
import { IncidentRunner } from './incident-runner.js';
import { incidentState } from './incident-state.js';
import { partOf } from './incidents.presenter.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

type What = Partial<Input<typeof createIncident>['body']>;

const HOUR = 3_600_000;
const as = (user: TestUser) => hearth.api.as(user);
const params = ({ id: serverId }: TestServer) => ({ params: { serverId } });
const lastHour = () => ({ since: new Date(Date.now() - HOUR).toISOString(), until: new Date(Date.now() + 60_000).toISOString() });
const send = (user: TestUser, channelId: string, content = 'spam') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const preview = (caller: TestUser, server: TestServer, body = {}) =>
  as(caller).call(previewIncident, { ...params(server), body: { ...lastHour(), ...body } });

/** Undoes and waits for the end, as the moderator's device hears of it. */
async function undo(caller: TestUser, server: TestServer, users: TestUser[], what: What): Promise<Incident> {
  const socket = await hearth.connect(caller);
  const body = {
    ...lastHour(),
    userIds: users.map(({ id }) => id),
    removeMembers: 'none' as const,
    deleteMessages: false,
    revertChanges: false,
  };
  const { id, status } = await as(caller).call(createIncident, { ...params(server), body: { ...body, ...what } });
  expect(status).toBe('RUNNING');
  const end = await socket.next('moderation:progress', (progress) => progress.targetId === id && progress.status !== 'RUNNING');
  const incident = await as(caller).call(getIncident, { params: { serverId: server.id, incidentId: id } });
  expect(end).toEqual({
    serverId: server.id,
    kind: 'INCIDENT',
    targetId: id,
    status: incident.status,
    done: incident.done,
    total: incident.total,
  });
  return incident;
}

async function evidenceOf(caller: TestUser, server: TestServer, { id: incidentId }: Incident): Promise<IncidentEvidence[]> {
  const all: IncidentEvidence[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: '2', ...(cursor !== null && { cursor }) };
    const page: Awaited<ReturnType<typeof read>> = await read(caller, server, incidentId, query);
    all.push(...page.evidence);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

const read = (caller: TestUser, { id: serverId }: TestServer, incidentId: string, query: object) =>
  as(caller).call(listIncidentEvidence, { params: { serverId, incidentId }, query });

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
      [regular.id, true],
      ...raiders.map(({ id }) => [id, true]),
      [server.owner.id, false],
    ]);
  });

  it('of another time or invite is none', async () => {
    expect((await preview(server.owner, server, { inviteCode: 'unknown' })).suspects).toEqual([]);
    const [since, until] = [2 * HOUR, HOUR].map((ago) => new Date(Date.now() - ago).toISOString());
    expect(await preview(server.owner, server, { since, until })).toEqual({ suspects: [], joins: 0, channels: [], changes: [] });
  });

  it('is undone: its people are banned and their messages gone, and all of it is kept', async () => {
    const [first, second] = raiders as [TestUser, TestUser, TestUser];
    const messages = [await send(first, server.general.id, 'one'), await send(second, server.general.id, 'two')];
    const kept = await send(regular, server.general.id, 'kept');
    const witness = await hearth.connect(regular);
    const incident = await undo(server.owner, server, raiders, { removeMembers: 'ban', deleteMessages: true, reason: 'Raid' });
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

    const evidence = await evidenceOf(server.owner, server, incident);
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

  it('kicks only, where that is asked; those who left before are banned all the same', async () => {
    const [first, second] = raiders as [TestUser, TestUser, TestUser];
    const kicked = await undo(server.owner, server, [first, second], { removeMembers: 'kick' });
    expect(kicked).toMatchObject({ removed: 2, skipped: 0 });
    expect((await as(server.owner).call(listBans, params(server))).bans).toEqual([]);
    const banned = await undo(server.owner, server, [first, second], { removeMembers: 'ban' });
    expect(banned).toMatchObject({ removed: 0, status: 'DONE' });
    expect((await as(server.owner).call(listBans, params(server))).bans).toHaveLength(2);
  });

  it('does nothing to the owner, oneself, or those as high', async () => {
    const [administrator, equal] = raiders as [TestUser, TestUser, TestUser];
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [administrator, equal] });
    const message = await send(equal, server.general.id);
    const incident = await undo(administrator, server, [server.owner, administrator, equal, regular], {
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
    const incident = await undo(server.owner, server, users, { removeMembers: 'kick', deleteMessages: true });
    expect(incident).toMatchObject({ status: 'DONE', removed: 120, deleted: 1_100, done: 1_220, total: 1_220 });
    expect(await hearth.db.message.count({ where: { channelId: BigInt(server.general.id), deletedAt: null } })).toBe(0);
    expect(await hearth.db.incidentEvidence.count({ where: { incidentId: BigInt(incident.id) } })).toBe(1_220);
    const { version } = await hearth.db.channel.findUniqueOrThrow({ where: { id: BigInt(server.general.id) } });
    expect(version).toBe(2_200);
  });
});

describe('what a moderator did who is none any more', () => {
  let server: TestServer;
  let rogue: TestUser;
  let victim: TestUser;
  let roleId: string;

  beforeEach(async () => {
    server = await buildServer(hearth);
    rogue = (await buildMember(hearth, { server })).user;
    victim = (await buildMember(hearth, { server })).user;
    roleId = await buildRole(hearth, { server, permissions: ['CREATE_INVITE'], members: [victim] });
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [rogue], position: 2 });
  });

  const revert = () => undo(server.owner, server, [rogue], { revertChanges: true });
  const role = async (id: string) => (await as(server.owner).call(listRoles, params(server))).roles.find((one) => one.id === id);
  const roleParams = (id: string) => ({ params: { serverId: server.id, roleId: id } });

  it('is shown with what can be taken back', async () => {
    await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked' } });
    await as(rogue).call(updateServer, { ...params(server), body: { rules: ['Obey.'] } });
    const { changes, suspects } = await preview(server.owner, server, { userIds: [rogue.id] });
    expect(changes).toMatchObject([
      { actorId: rogue.id, action: 'SCREENING_UPDATE', canRevert: false },
      { actorId: rogue.id, action: 'ROLE_UPDATE', targetId: roleId, canRevert: true },
    ]);
    expect(suspects.find(({ user }) => user.id === rogue.id)).toMatchObject({ changes: 2 });
  });

  it('to roles is taken back, the newest first', async () => {
    const permissions = permissionsOf('MANAGE_SERVER').toString();
    await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked', permissions } });
    await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked twice', color: 7 } });
    const made = await as(rogue).call(createRole, { ...params(server), body: { name: 'backdoor', permissions } });
    await hearth.get(MemberRolesService).add(rogue, { serverId: server.id, userId: victim.id, roleId: made.id });
    await hearth.get(MemberRolesService).remove(rogue, { serverId: server.id, userId: victim.id, roleId });
    const incident = await revert();
    expect(incident).toMatchObject({ status: 'DONE', reverted: 5, skipped: 0, total: 5 });
    expect(await role(roleId)).toMatchObject({ name: 'role', color: null, permissions: permissionsOf('CREATE_INVITE').toString() });
    expect(await role(made.id)).toBeUndefined();
    const assigned = await hearth.db.memberRole.findMany({ where: { userId: BigInt(victim.id) }, select: { roleId: true } });
    expect(assigned).toEqual([{ roleId: BigInt(roleId) }]);
    const evidence = await evidenceOf(server.owner, server, incident);
    expect(evidence.map(({ kind, data }) => [kind, 'action' in data && data.action, 'reverted' in data && data.reverted])).toEqual([
      ['CHANGE', 'MEMBER_ROLES', true],
      ['CHANGE', 'MEMBER_ROLES', true],
      ['CHANGE', 'ROLE_CREATE', true],
      ['CHANGE', 'ROLE_UPDATE', true],
      ['CHANGE', 'ROLE_UPDATE', true],
    ]);
    expect(evidence.at(-1)).toMatchObject({
      data: { actorId: rogue.id, changes: expect.arrayContaining([{ key: 'name', before: 'role', after: 'hacked' }]) },
    });
  });

  it('to overwrites, members, bans, the server and a deleted role is taken back', async () => {
    const channelParams = { channelId: server.general.id, targetId: server.id };
    const body = { type: 'ROLE' as const, allow: '0', deny: permissionsOf('SEND_MESSAGES').toString() };
    await as(rogue).call(setOverwrite, { params: channelParams, body });
    const member = { serverId: server.id, userId: victim.id };
    await as(rogue).call(updateMember, {
      params: member,
      body: { nickname: 'Fool', timeoutUntil: new Date(Date.now() + HOUR).toISOString() },
    });
    await as(rogue).call(deleteRole, roleParams(roleId));
    await as(rogue).call(updateServer, { ...params(server), body: { name: 'Owned' } });
    const { code } = await as(rogue).call(createInvite, { ...params(server), body: {} });
    const { user: banned } = await buildMember(hearth, { server });
    await as(rogue).call(banMember, { params: { serverId: server.id, userId: banned.id }, body: {} });
    const incident = await revert();
    expect(incident).toMatchObject({ status: 'DONE', reverted: 7, skipped: 0 });
    expect(await hearth.db.permissionOverwrite.count({ where: { channelId: BigInt(server.general.id) } })).toBe(0);
    expect(await hearth.db.member.findFirst({ where: { serverId: BigInt(server.id), userId: BigInt(victim.id) } })).toMatchObject({
      nickname: null,
      timeoutUntil: null,
    });
    expect((await as(server.owner).call(listBans, params(server))).bans).toEqual([]);
    expect((await as(server.owner).call(getServer, params(server))).name).toBe('Test server');
    expect(await hearth.db.invite.count({ where: { code } })).toBe(0);
    const { roles } = await as(server.owner).call(listRoles, params(server));
    expect(roles.filter(({ name }) => name === 'role')).toMatchObject([
      { permissions: permissionsOf('CREATE_INVITE').toString() },
      { permissions: permissionsOf('ADMINISTRATOR').toString() },
    ]);
  });

  it('stays where somebody else changed it since', async () => {
    await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked' } });
    await as(server.owner).call(updateRole, { ...roleParams(roleId), body: { name: 'mended' } });
    await as(rogue).call(updateServer, { ...params(server), body: { rules: ['Obey.'] } });
    expect(await revert()).toMatchObject({ status: 'DONE', reverted: 0, skipped: 2 });
    expect(await role(roleId)).toMatchObject({ name: 'mended' });
  });

  it.each([{ removeMembers: 'kick' }, { deleteMessages: true }, { revertChanges: true }])(
    'stays when whoever began to take it back may not do it any more: %j',
    async (what) => {
      await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked' } });
      const message = await send(rogue, server.general.id);
      const id = BigInt(server.id) + 1n;
      const summary = incidentState.parse({ ...what, status: 'RUNNING', userIds: [rogue.id], total: 1, touchedAt: Date.now() });
      const window = { since: new Date(Date.now() - HOUR), until: new Date(Date.now() + HOUR) };
      const begun = { ...window, id, serverId: BigInt(server.id), actorId: BigInt(victim.id), summary };
      const socket = await hearth.connect(victim);
      await hearth.get(IncidentRunner).begin(partOf(await hearth.db.incident.create({ data: begun })));
      const end = { serverId: server.id, kind: 'INCIDENT', targetId: `${id}`, status: 'FAILED', done: 0, total: 1 };
      expect(await socket.next('moderation:progress', ({ status }) => status !== 'RUNNING')).toEqual(end);
      expect(await role(roleId)).toMatchObject({ name: 'hacked' });
      expect(await hearth.db.message.findUnique({ where: { id: BigInt(message.id) } })).toMatchObject({ deletedAt: null });
      expect((await as(server.owner).call(getServer, params(server))).memberCount).toBe(3);
    },
  );

  it('has failed when nobody went on with it for long', async () => {
    const id = BigInt(server.id) + 3n;
    const summary = incidentState.parse({ status: 'RUNNING', touchedAt: Date.now() - HOUR });
    const window = { since: new Date(Date.now() - HOUR), until: new Date() };
    await hearth.db.incident.create({ data: { ...window, id, serverId: BigInt(server.id), summary } });
    const incident = await as(server.owner).call(getIncident, { params: { serverId: server.id, incidentId: `${id}` } });
    expect(incident).toMatchObject({ status: 'FAILED', actor: null });
  });
});

describe('a window', () => {
  it.each([
    { since: '2026-01-02T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
    { since: '2026-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
    { since: '2026-01-01T00:00:00.000Z', until: '2026-01-08T00:00:00.001Z' },
    { since: 'yesterday', until: 'today' },
  ])('is not %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    const rest = { userIds: ['1'], removeMembers: 'none', deleteMessages: false, revertChanges: false };
    for (const path of ['incidents/preview', 'incidents']) {
      const answer = await as(owner).send('post', `/servers/${id}/${path}`, { ...rest, ...body });
      expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    }
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
