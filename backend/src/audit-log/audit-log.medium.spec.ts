import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteOverwrite, listAuditLog, listAuditLogActors, type AuditAction, type AuditLogEntry } from '@hearth/contract';
import { buildMember, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { PrismaService } from '../database/prisma.service.js';
import { AuditLogService, type AuditEntry } from './audit-log.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const record = (...entries: AuditEntry[]) =>
  hearth.get(PrismaService).$transaction(async (transaction) => {
    for (const entry of entries) await hearth.get(AuditLogService).record(transaction, entry);
  });
const list = (caller: TestUser, serverId: string, query: Record<string, string> = {}) =>
  hearth.api.as(caller).call(listAuditLog, { params: { serverId }, query });

/** A server with an entry for each action, the first the oldest. */
async function buildLog(actions: AuditAction[]) {
  const { user, server } = await buildMember(hearth);
  await hearth.db.auditLogEntry.deleteMany({ where: { serverId: BigInt(server.id) } });
  const entries = actions.map((action, index): AuditEntry => {
    const actorId = index % 2 === 0 ? user.id : server.owner.id;
    return { serverId: server.id, actorId, action, targetId: String(index + 1), targetName: `target ${index + 1}` };
  });
  await record(...entries);
  return { user, server };
}
const actionsOf = (entries: AuditLogEntry[]) => entries.map(({ action }) => action);

describe('the audit log', () => {
  it('tells who did what to whom, before and after, and why', async () => {
    const server = await buildServer(hearth);
    const changes = [{ key: 'name', before: 'a', after: { nested: [1, null] } }];
    await record({
      serverId: server.id,
      actorId: server.owner.id,
      action: 'MEMBER_BAN',
      targetId: '7',
      targetName: 'eve',
      changes,
      reason: ' spam\n',
    });
    await record({ serverId: server.id, actorId: null, action: 'AUTOMOD_BLOCK', reason: '  ' });
    await record({ serverId: server.id, actorId: '1', action: 'INVITE_DELETE', targetName: 'abc' });
    const { entries } = await list(server.owner, server.id, { limit: '3' });
    expect(entries).toMatchObject([
      { action: 'INVITE_DELETE', actorId: '1', actor: null, targetId: null, targetName: 'abc' },
      { action: 'AUTOMOD_BLOCK', actorId: null, actor: null, targetId: null, targetName: null, changes: [], reason: null },
      {
        action: 'MEMBER_BAN',
        actor: { id: server.owner.id, username: server.owner.username },
        targetId: '7',
        targetName: 'eve',
        changes,
        reason: 'spam',
        serverId: server.id,
      },
    ]);
  });

  it('is filtered by person, act and target', async () => {
    const { user, server } = await buildLog(['ROLE_CREATE', 'ROLE_DELETE', 'ROLE_CREATE', 'MEMBER_KICK']);
    const filtered = async (query: Record<string, string>) => actionsOf((await list(server.owner, server.id, query)).entries);
    expect(await filtered({})).toEqual(['MEMBER_KICK', 'ROLE_CREATE', 'ROLE_DELETE', 'ROLE_CREATE']);
    expect(await filtered({ actorId: user.id })).toEqual(['ROLE_CREATE', 'ROLE_CREATE']);
    expect(await filtered({ action: 'ROLE_DELETE' })).toEqual(['ROLE_DELETE']);
    expect(await filtered({ targetId: '4' })).toEqual(['MEMBER_KICK']);
    expect(await filtered({ actorId: user.id, action: 'ROLE_CREATE', targetId: '3' })).toEqual(['ROLE_CREATE']);
    expect(await filtered({ actorId: '1' })).toEqual([]);
  });

  it('comes page by page, the newest first', async () => {
    const actions: AuditAction[] = ['ROLE_CREATE', 'ROLE_DELETE', 'MEMBER_KICK', 'MEMBER_BAN', 'MEMBER_UNBAN'];
    const { server } = await buildLog(actions);
    const seen: AuditAction[] = [];
    let cursor: string | null = null;
    do {
      const page: { entries: AuditLogEntry[]; nextCursor: string | null } = await list(server.owner, server.id, {
        limit: '2',
        ...(cursor && { cursor }),
      });
      seen.push(...actionsOf(page.entries));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(actions.toReversed());
    expect((await list(server.owner, server.id, { limit: '5' })).nextCursor).toBeNull();
  });

  it('is for those with VIEW_AUDIT_LOG', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(list(user, server.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(list(await buildUser(hearth), server.id)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await buildRole(hearth, { server, permissions: ['VIEW_AUDIT_LOG'], members: [user] });
    expect((await list(user, server.id)).entries[0]).toMatchObject({ action: 'MEMBER_ROLES', targetId: user.id });
  });

  it('is of the whole server: of channels too that whoever reads it does not see', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['VIEW_AUDIT_LOG'], members: [user] });
    const hidden = await buildPrivateChannel(hearth, { server, name: 'council' });
    const { entries } = await list(user, server.id, { targetId: hidden.id });
    expect(entries).toMatchObject([
      { action: 'OVERWRITE_UPDATE', targetName: 'council', changes: [{ key: `ROLE:${server.id}` }] },
      { action: 'CHANNEL_CREATE', targetName: 'council' },
    ]);
    const params = { channelId: hidden.id, targetId: server.id };
    await expect(hearth.api.as(user).call(deleteOverwrite, { params, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells nobody but the owner how it was decided about a report of themselves', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    const about = ({ id }: TestUser, resolution: string): AuditEntry => ({
      serverId: server.id,
      actorId: null,
      action: 'REPORT_RESOLVE',
      targetId: id,
      changes: [{ key: 'resolution', before: '', after: resolution }],
    });
    await record(about(user, 'keep an eye on them'), about(server.owner, 'nothing to it'));
    const toldTo = async (caller: TestUser, query: Record<string, string> = {}) =>
      (await list(caller, server.id, { action: 'REPORT_RESOLVE', ...query })).entries.map(({ targetId }) => targetId);
    expect(await toldTo(user)).toEqual([server.owner.id]);
    expect(await toldTo(user, { targetId: user.id })).toEqual([]);
    expect(await toldTo(server.owner)).toEqual([server.owner.id, user.id]);
    expect(actionsOf((await list(user, server.id)).entries)).toContain('MEMBER_ROLES');
  });

  it.each(['action=NOTHING', 'actorId=me', 'cursor=abc', 'limit=0'])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('get', `/servers/${id}/audit-log?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });

  it('keeps nothing of an act that fails', async () => {
    const server = await buildServer(hearth);
    const before = (await list(server.owner, server.id)).entries.length;
    const failing = hearth.get(PrismaService).$transaction(async (transaction) => {
      await hearth.get(AuditLogService).record(transaction, { serverId: server.id, actorId: null, action: 'ROLE_DELETE' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await list(server.owner, server.id)).entries).toHaveLength(before);
  });
});

describe('who the audit log tells of', () => {
  const actors = (caller: TestUser, serverId: string, query: { query?: string } = {}) =>
    hearth.api.as(caller).call(listAuditLogActors, { params: { serverId }, query });

  it('are all who did something, also those who are not in any more, by name', async () => {
    const { user, server } = await buildLog(['ROLE_CREATE', 'ROLE_DELETE', 'ROLE_CREATE']);
    const rogue = await buildUser(hearth, { displayName: 'Rogue_One' });
    await record({ serverId: server.id, actorId: rogue.id, action: 'CHANNEL_DELETE' });
    await record(
      { serverId: server.id, actorId: null, action: 'AUTOMOD_BLOCK' },
      { serverId: server.id, actorId: '1', action: 'MEMBER_BAN' },
    );
    const { actors: all } = await actors(server.owner, server.id);
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([user.id, server.owner.id, rogue.id]));
    expect(all).toHaveLength(3);
    const found = async (query: string) => (await actors(server.owner, server.id, { query })).actors.map(({ id }) => id);
    expect(await found('rogue_')).toEqual([rogue.id]);
    expect(await found(rogue.username.slice(0, -1).toUpperCase())).toContain(rogue.id);
    expect(await found('rogue%')).toEqual([]);
  });

  it('are told to those with VIEW_AUDIT_LOG', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(actors(user, server.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(actors(await buildUser(hearth), server.id)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await buildRole(hearth, { server, permissions: ['VIEW_AUDIT_LOG'], members: [user] });
    expect((await actors(user, server.id)).actors).toMatchObject([{ id: server.owner.id }]);
    await expect(actors(user, server.id, { query: 'x'.repeat(200) })).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});
