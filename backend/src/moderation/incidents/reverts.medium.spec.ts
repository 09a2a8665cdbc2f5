import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  banMember,
  createInvite,
  createRole,
  deleteChannel,
  deleteRole,
  getChannel,
  getIncident,
  getServer,
  leaveServer,
  listBans,
  listRoles,
  orderRoles,
  permissionsOf,
  previewIncident,
  setOverwrite,
  updateMember,
  updateRole,
  updateServer,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildCrowd } from '../../../test/factories/crowd.js';
import { evidenceOf, lastHour, undo } from '../../../test/factories/incidents.js';
import { buildChannel, buildMember, buildOverwrite, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../../messages/messages.service.js';
import { KEPT_HOLDERS } from '../../servers/roles/lost-role.js';
import { MemberRolesService } from '../../servers/roles/member-roles.service.js';
import { IncidentRunner } from './incident-runner.js';
import { incidentState } from './incident-state.js';
import { partOf } from './incidents.presenter.js';

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

  const revert = () => undo(hearth, { server }, [rogue], { revertChanges: true });
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
    const evidence = await evidenceOf(hearth, server, incident);
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

  it('to a deleted role is taken back with its place, its people and its overwrites', async () => {
    const below = await buildRole(hearth, { server, permissions: [] });
    const hidden = await buildChannel(hearth, { server, name: 'hidden' });
    const gone = await buildChannel(hearth, { server, name: 'gone' });
    for (const channel of [hidden, gone]) {
      await buildOverwrite(hearth, { channel, deny: ['VIEW_CHANNEL'] });
      await buildOverwrite(hearth, { channel, roleId, allow: ['VIEW_CHANNEL'] });
    }
    const { user: leaver } = await buildMember(hearth, { server });
    await hearth.get(MemberRolesService).add(server.owner, { serverId: server.id, userId: leaver.id, roleId });
    const placed = async () => (await as(server.owner).call(listRoles, params(server))).roles.map(({ id, position }) => [id, position]);
    const before = await placed();
    await as(rogue).call(updateRole, { ...roleParams(roleId), body: { name: 'hacked' } });
    await as(rogue).call(deleteRole, roleParams(roleId));
    await as(rogue).call(deleteRole, roleParams(below));
    await as(leaver).call(leaveServer, params(server));
    await as(server.owner).call(deleteChannel, { params: { channelId: gone.id } });
    const [device, other] = [await hearth.connect(victim), await hearth.connect(server.owner)];

    expect(await revert()).toMatchObject({ status: 'DONE', reverted: 3, skipped: 0 });
    expect(await placed()).toEqual(before);
    expect(await role(roleId)).toMatchObject({ name: 'role', memberCount: 1, permissions: permissionsOf('CREATE_INVITE').toString() });
    expect(await other.next('role:create', ({ role: { id } }) => id === roleId)).toMatchObject({ assigned: true });
    expect(await device.next('member:update')).toMatchObject({ user: { id: victim.id }, roleIds: [roleId] });
    expect(await device.next('channel:create')).toMatchObject({ id: hidden.id });
    const { overwrites } = await as(victim).call(getChannel, { params: { channelId: hidden.id } });
    expect(overwrites.find(({ targetId }) => targetId === roleId)).toMatchObject({ allow: permissionsOf('VIEW_CHANNEL').toString() });
    const [, act] = await actsOf(hearth, server, 'ROLE_DELETE');
    expect(act?.changes).toContainEqual({ key: 'members', before: 2, after: null });
  });

  it('to a deleted role is taken back by an administrator as far as their own place lets them', async () => {
    const [low, high] = [await buildMember(hearth, { server }), await buildMember(hearth, { server })].map(({ user }) => user) as [
      TestUser,
      TestUser,
    ];
    const top = await buildRole(hearth, { server, permissions: [], members: [victim, high], position: 4 });
    await buildRole(hearth, { server, permissions: [], members: [high], position: 5 });
    const own = await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [low], position: 3 });
    await as(server.owner).call(deleteRole, roleParams(top));
    const [entry] = await hearth.db.auditLogEntry.findMany({ where: { serverId: BigInt(server.id), action: 'ROLE_DELETE' } });
    await hearth.db.auditLogEntry.update({ where: { id: entry?.id ?? 0n }, data: { actorId: BigInt(rogue.id) } });

    expect(await undo(hearth, { server, caller: low }, [rogue], { revertChanges: true })).toMatchObject({ reverted: 1, skipped: 0 });
    const { roles } = await as(server.owner).call(listRoles, params(server));
    const places = new Map(roles.map(({ id, position }) => [id, position]));
    expect(places.get(top)).toBe((places.get(own) ?? 0) - 1);
    const holders = await hearth.db.memberRole.findMany({ where: { roleId: BigInt(top) }, select: { userId: true } });
    expect(holders).toEqual([{ userId: BigInt(victim.id) }]);
  });

  it('to a role of very many is taken back for as many as are kept, and the log says how many those are', async () => {
    const ids = await buildCrowd(hearth, server, KEPT_HOLDERS);
    const crowd = ids.map((id) => ({ serverId: BigInt(server.id), userId: BigInt(id), roleId: BigInt(roleId) }));
    await hearth.db.memberRole.createMany({ data: crowd });
    await as(rogue).call(deleteRole, roleParams(roleId));
    expect(await revert()).toMatchObject({ status: 'DONE', reverted: 1 });
    expect(await hearth.db.memberRole.count({ where: { roleId: BigInt(roleId) } })).toBe(KEPT_HOLDERS);
    const [ended] = await actsOf(hearth, server, 'ROLE_DELETE');
    expect(ended?.changes).toContainEqual({ key: 'members', before: KEPT_HOLDERS + 1, after: null });
    const [made] = await actsOf(hearth, server, 'ROLE_CREATE');
    expect(made?.changes).toContainEqual({ key: 'members', before: null, after: KEPT_HOLDERS });
  });

  it('to the order of roles is taken back, and what came since keeps its place', async () => {
    const others = [await buildRole(hearth, { server, permissions: [] }), await buildRole(hearth, { server, permissions: [] })] as const;
    const order = async () => (await as(server.owner).call(listRoles, params(server))).roles.map(({ id }) => id);
    const before = await order();
    await as(rogue).call(orderRoles, { ...params(server), body: { roles: [{ id: others[0], position: 1 }] } });
    await as(rogue).call(deleteRole, roleParams(others[0]));
    const { id: later } = await as(server.owner).call(createRole, { ...params(server), body: { name: 'later' } });
    expect(await revert()).toMatchObject({ status: 'DONE', reverted: 2, skipped: 0 });
    expect((await order()).filter((id) => id !== later)).toEqual(before);
    expect((await order())[2]).toBe(later);
  });

  it('to the order of roles stays where somebody else put them in another since', async () => {
    const other = await buildRole(hearth, { server, permissions: [] });
    const move = (caller: TestUser, id: string) =>
      as(caller).call(orderRoles, { ...params(server), body: { roles: [{ id, position: 1 }] } });
    await move(rogue, roleId);
    await move(server.owner, other);
    expect(await revert()).toMatchObject({ status: 'DONE', reverted: 0, skipped: 1 });
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
