import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  banMember,
  createInvite,
  createRole,
  deleteRole,
  getIncident,
  getServer,
  listBans,
  listRoles,
  permissionsOf,
  previewIncident,
  setOverwrite,
  updateMember,
  updateRole,
  updateServer,
} from '@hearth/contract';
import { evidenceOf, lastHour, undo } from '../../../test/factories/incidents.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../../messages/messages.service.js';
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
