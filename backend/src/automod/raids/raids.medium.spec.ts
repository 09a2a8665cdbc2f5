import {
  deleteAutoModRule,
  endRaid,
  joinServer,
  listAuditLog,
  listAutoModRules,
  listMessages,
  raidAlert,
  register,
  type AutoModAction,
  type AutoModRule,
  type AutoModTrigger,
} from '@hearth/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildRule } from '../../../test/factories/automod.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, uniqueName, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { whileDeletingRole } from '../../../test/while-deleting.js';
import { InvitesService } from '../../servers/invites/invites.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const JOINS = 3;
const RAID: AutoModTrigger = { type: 'RAID', joins: JOINS, seconds: 600, accountAge: 3_600, minutes: 30 };
const TIMEOUT: AutoModAction = { type: 'TIMEOUT', seconds: 600 };
const PAUSE: AutoModAction = { type: 'PAUSE_INVITES' };

interface Guarded {
  server: TestServer;
  rule: AutoModRule;
  /** Of an invite that lets in whoever comes. */
  code: string;
}

async function buildGuarded(actions: (server: TestServer) => AutoModAction[], trigger: AutoModTrigger = RAID): Promise<Guarded> {
  const server = await buildServer(hearth);
  const { code } = await hearth.get(InvitesService).create(server.owner, server.id, {});
  return { server, rule: await buildRule(hearth, { server, trigger, actions: actions(server) }), code };
}

const come = async ({ code }: Guarded, user?: TestUser) => {
  const newcomer = user ?? (await buildUser(hearth));
  return hearth.api.as(newcomer).call(joinServer, { params: { code } });
};

const raidIn = async ({ server }: Guarded) =>
  (await hearth.api.as(server.owner).call(listAutoModRules, { params: { serverId: server.id } })).raid;

const timedOut = ({ server }: Guarded) => hearth.db.member.count({ where: { serverId: BigInt(server.id), timeoutUntil: { not: null } } });

/** As if all of that had been so long ago. */
async function wait({ server }: Guarded, milliseconds: number): Promise<void> {
  const serverId = BigInt(server.id);
  const joins = await hearth.db.join.findMany({ where: { serverId } });
  for (const { id, joinedAt } of joins) {
    await hearth.db.join.update({ where: { id }, data: { joinedAt: new Date(joinedAt.getTime() - milliseconds) } });
  }
  const raid = await hearth.db.raid.findUnique({ where: { serverId } });
  if (!raid) return;
  const [startedAt, until] = [raid.startedAt, raid.until].map((time) => new Date(time.getTime() - milliseconds));
  await hearth.db.raid.update({ where: { serverId }, data: { startedAt, until } });
}

describe('a raid', () => {
  it('begins with so many young accounts: moderators are told once, and the audit log keeps it', async () => {
    const guarded = await buildGuarded(({ general }) => [{ type: 'ALERT', channelId: general.id }, TIMEOUT]);
    const { server, rule } = guarded;
    for (let joins = 1; joins < JOINS; joins += 1) await come(guarded);
    expect(await raidIn(guarded)).toBe(null);
    await come(guarded);
    await come(guarded);
    const raid = await raidIn(guarded);
    expect(raid).toMatchObject({ ruleId: rule.id, invitesPaused: false });

    const api = hearth.api.as(server.owner);
    const { messages } = await api.call(listMessages, { params: { channelId: server.general.id } });
    const alerts = messages.filter(({ type }) => type === 'AUTOMOD_ALERT');
    expect(alerts).toHaveLength(1);
    expect(raidAlert.parse(alerts[0]?.details)).toMatchObject({ ruleId: rule.id, ruleName: rule.name, joins: JOINS, seconds: 600 });
    const { entries } = await api.call(listAuditLog, { params: { serverId: server.id } });
    const acts = entries.map(({ action }) => action).filter((action) => action.startsWith('AUTOMOD'));
    expect(acts).toEqual(['AUTOMOD_TIMEOUT', 'AUTOMOD_TIMEOUT', 'AUTOMOD_RAID_START', 'AUTOMOD_RULE_CREATE']);
  });

  it('is seen once when all come at the same moment, and each of them is timed out', async () => {
    const guarded = await buildGuarded(({ general }) => [{ type: 'ALERT', channelId: general.id }, TIMEOUT]);
    const { server } = guarded;
    const users = await Promise.all(Array.from({ length: 12 }, () => buildUser(hearth)));
    await Promise.all(users.map((user) => come(guarded, user)));
    expect(await timedOut(guarded)).toBe(12);
    const { messages } = await hearth.api.as(server.owner).call(listMessages, { params: { channelId: server.general.id } });
    expect(messages.filter(({ type }) => type === 'AUTOMOD_ALERT')).toHaveLength(1);
  });

  it('times out who made it and everybody who comes while it lasts, but nobody who came before or comes after', async () => {
    const guarded = await buildGuarded(() => [TIMEOUT]);
    await buildMember(hearth, { server: guarded.server });
    await wait(guarded, 601_000);
    for (let joins = 0; joins < JOINS; joins += 1) await come(guarded);
    expect(await timedOut(guarded)).toBe(JOINS);
    const { me } = await come(guarded);
    expect(Date.parse(me.timeoutUntil ?? '')).toBeGreaterThan(Date.now());
    await wait(guarded, 31 * 60_000);
    expect((await come(guarded)).me.timeoutUntil).toBe(null);
  });

  it('pauses invites until it is over, also those that registration takes', async () => {
    const guarded = await buildGuarded(() => [PAUSE]);
    const { server, code } = guarded;
    for (let joins = 0; joins < JOINS; joins += 1) await come(guarded);
    expect(await raidIn(guarded)).toMatchObject({ invitesPaused: true });
    await expect(come(guarded)).rejects.toMatchObject({ code: 'INVITES_PAUSED', status: 403 });
    const account = { username: uniqueName('late'), password: 'correct horse battery', inviteCode: code };
    await expect(hearth.api.call(register, { body: account })).rejects.toMatchObject({ code: 'INVITES_PAUSED' });
    // Whoever is in already is no newcomer.
    await come(guarded, server.owner);
    await wait(guarded, 31 * 60_000);
    await come(guarded);
  });

  it('is no raid when accounts are older, or come over a longer time', async () => {
    const guarded = await buildGuarded(() => [PAUSE], { ...RAID, accountAge: 60 });
    const old = await Promise.all(Array.from({ length: 5 }, () => buildAged()));
    // Their tokens still name the accounts that they were.
    for (const user of old) await hearth.get(InvitesService).join(user, guarded.code);
    expect(await raidIn(guarded)).toBe(null);
    for (let joins = 0; joins < JOINS * 2; joins += 1) {
      await come(guarded);
      await wait(guarded, 310_000);
    }
    expect(await raidIn(guarded)).toBe(null);
  });
});

/** A user whose id says that the account is a day old. */
async function buildAged(): Promise<TestUser> {
  const user = await buildUser(hearth);
  const id = BigInt(user.id) - (BigInt(24 * 3_600_000) << 22n);
  await hearth.db.$executeRaw`UPDATE users SET id = ${id} WHERE id = ${BigInt(user.id)}`;
  return { ...user, id: id.toString(), userId: id.toString() };
}

describe('the end of a raid', () => {
  const underRaid = async (): Promise<Guarded> => {
    const guarded = await buildGuarded(() => [PAUSE]);
    for (let joins = 0; joins < JOINS; joins += 1) await come(guarded);
    return guarded;
  };

  it('is not said by somebody who loses MANAGE_SERVER meanwhile', async () => {
    const guarded = await buildGuarded(() => []);
    const { server } = guarded;
    const { user } = await buildMember(hearth, { server });
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    for (let joins = 0; joins < JOINS; joins += 1) await come(guarded);
    await whileDeletingRole(hearth, server.id, roleId, async () => {
      const ending = hearth.api.as(user).call(endRaid, { params: { serverId: server.id } });
      await expect(ending).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    });
    expect(await raidIn(guarded)).not.toBe(null);
  });

  it('can be said by those with MANAGE_SERVER; who came before counts no more', async () => {
    const guarded = await underRaid();
    const { server } = guarded;
    const params = { serverId: server.id };
    const api = hearth.api.as(server.owner);
    await api.call(endRaid, { params });
    // Said twice it is as over as before.
    await api.call(endRaid, { params });
    expect(await raidIn(guarded)).toBe(null);
    const { user } = await buildMember(hearth, { server });
    await expect(hearth.api.as(user).call(endRaid, { params })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await come(guarded);
    expect(await raidIn(guarded)).toBe(null);
    const { entries } = await api.call(listAuditLog, { params, query: { action: 'AUTOMOD_RAID_END' } });
    expect(entries).toMatchObject([{ actorId: server.owner.id }]);
    await come(guarded);
    expect(await raidIn(guarded)).not.toBe(null);
  });

  it('comes with that of its rule', async () => {
    const guarded = await underRaid();
    const { server, rule } = guarded;
    await hearth.api.as(server.owner).call(deleteAutoModRule, { params: { serverId: server.id, ruleId: rule.id } });
    await come(guarded);
  });
});
