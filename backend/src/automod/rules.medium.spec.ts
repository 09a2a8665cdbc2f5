import {
  createAutoModRule,
  deleteAutoModRule,
  limits,
  listAuditLog,
  listAutoModRules,
  testAutoModRule,
  updateAutoModRule,
  type AutoModAction,
  type AutoModTextTrigger,
  type AutoModTrigger,
} from '@hearth/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BLOCK, buildRule } from '../../test/factories/automod.js';
import { buildChannel, buildMember, buildPrivateChannel, buildRole, buildServer, type TestServer } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const KEYWORDS: AutoModTrigger = { type: 'KEYWORD', keywords: ['bad', 'worse*'], allowed: [] };
const PATTERNS: AutoModTrigger = { type: 'PATTERN', patterns: ['b.d'], allowed: [] };
const RAID: AutoModTrigger = { type: 'RAID', joins: 10, seconds: 60, accountAge: 3_600, minutes: 30 };
const TIMEOUT: AutoModAction = { type: 'TIMEOUT', seconds: 600 };

const create = (user: TestUser, { id }: TestServer, trigger: AutoModTrigger, actions: AutoModAction[] = [BLOCK], more: object = {}) =>
  hearth.api.as(user).call(createAutoModRule, { params: { serverId: id }, body: { name: 'Words', trigger, actions, ...more } });

const list = async ({ owner, id }: TestServer) => hearth.api.as(owner).call(listAutoModRules, { params: { serverId: id } });

describe('a rule', () => {
  it('is made, listed, changed and deleted, and each of it is in the audit log', async () => {
    const server = await buildServer(hearth);
    const api = hearth.api.as(server.owner);
    const rule = await create(server.owner, server, KEYWORDS);
    expect(rule).toMatchObject({ name: 'Words', enabled: true, trigger: KEYWORDS, actions: [BLOCK], creatorId: server.owner.id });
    expect(await list(server)).toEqual({ rules: [rule], raid: null });

    const params = { serverId: server.id, ruleId: rule.id };
    const body = { name: 'Other words', enabled: false, trigger: { ...KEYWORDS, keywords: ['bad', 'worst'] } };
    const changed = await api.call(updateAutoModRule, { params, body });
    expect(changed).toEqual({ ...rule, ...body });
    await api.call(deleteAutoModRule, { params });
    expect(await list(server)).toEqual({ rules: [], raid: null });

    const { entries } = await api.call(listAuditLog, { params: { serverId: server.id } });
    expect(entries.map(({ action, targetName }) => [action, targetName])).toEqual([
      ['AUTOMOD_RULE_DELETE', 'Other words'],
      ['AUTOMOD_RULE_UPDATE', 'Other words'],
      ['AUTOMOD_RULE_CREATE', 'Words'],
    ]);
    expect(entries[1]?.changes).toEqual([
      { key: 'name', before: 'Words', after: 'Other words' },
      { key: 'enabled', before: true, after: false },
      { key: 'keywords', before: ['worse*'], after: ['worst'] },
    ]);
  });

  it('that changes in nothing leaves no trace', async () => {
    const server = await buildServer(hearth);
    const rule = await buildRule(hearth, { server });
    const params = { serverId: server.id, ruleId: rule.id };
    expect(await hearth.api.as(server.owner).call(updateAutoModRule, { params, body: { name: rule.name } })).toEqual(rule);
    const { entries } = await hearth.api.as(server.owner).call(listAuditLog, { params: { serverId: server.id } });
    expect(entries).toHaveLength(1);
  });

  it('is nothing in another server', async () => {
    const [server, other] = [await buildServer(hearth), await buildServer(hearth)];
    const rule = await buildRule(hearth, { server });
    const params = { serverId: other.id, ruleId: rule.id };
    const api = hearth.api.as(other.owner);
    await expect(api.call(updateAutoModRule, { params, body: { name: 'Mine' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.call(deleteAutoModRule, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is for those with MANAGE_SERVER, and times out for those with TIMEOUT_MEMBERS too', async () => {
    const server = await buildServer(hearth);
    const { user: member } = await buildMember(hearth, { server });
    const { user: manager } = await buildMember(hearth, { server });
    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [manager] });
    await expect(create(member, server, KEYWORDS)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(create(manager, server, KEYWORDS, [TIMEOUT])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });

    const rule = await create(server.owner, server, KEYWORDS, [TIMEOUT]);
    const update = (body: object) =>
      hearth.api.as(manager).call(updateAutoModRule, { params: { serverId: server.id, ruleId: rule.id }, body });
    await expect(update({ actions: [{ ...TIMEOUT, seconds: 6_000 }] })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await update({ name: 'Same timeout', actions: [BLOCK, TIMEOUT] })).toMatchObject({ name: 'Same timeout' });
    expect(await update({ actions: [BLOCK] })).toMatchObject({ actions: [BLOCK] });
  });
});

describe('what does not fit', () => {
  const refused: [string, AutoModTrigger, AutoModAction[], string][] = [
    ['a pattern that RE2 does not know', { type: 'PATTERN', patterns: ['fine', '(?=x)'], allowed: [] }, [BLOCK], 'body.trigger.patterns.1'],
    ['a pattern that is too complex', { type: 'PATTERN', patterns: ['.{900}'], allowed: [] }, [BLOCK], 'body.trigger.patterns.0'],
    ['a keyword of nothing', { type: 'KEYWORD', keywords: ['ok', '\u00ad*'], allowed: [] }, [BLOCK], 'body.trigger.keywords.1'],
    ['something allowed of nothing', { type: 'KEYWORD', keywords: ['ok'], allowed: ['\u00ad'] }, [BLOCK], 'body.trigger.allowed.0'],
    ['an act of another kind', RAID, [BLOCK], 'body.actions.0.type'],
    ['pausing invites for a word', KEYWORDS, [BLOCK, { type: 'PAUSE_INVITES' }], 'body.actions.1.type'],
    ['one act twice', KEYWORDS, [BLOCK, BLOCK], 'body.actions'],
    ['no act', KEYWORDS, [], 'body.actions'],
    ['an alert into nowhere', KEYWORDS, [{ type: 'ALERT', channelId: '1' }], 'body.actions.0.channelId'],
    ['no keywords', { type: 'KEYWORD', keywords: [], allowed: [] }, [BLOCK], 'body.trigger.keywords'],
  ];
  it.each(refused)('%s is refused', async (_, trigger, actions, path) => {
    const server = await buildServer(hearth);
    await expect(create(server.owner, server, trigger, actions)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path }] });
  });

  it('channels and roles that are not there for the caller are refused, unless they stood in the rule before', async () => {
    const server = await buildServer(hearth);
    const { user: manager } = await buildMember(hearth, { server });
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [manager] });
    const hidden = await buildPrivateChannel(hearth, { server });
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const elsewhere = await buildServer(hearth);
    const invalid = { code: 'VALIDATION' };
    await expect(create(manager, server, KEYWORDS, [BLOCK], { exemptChannelIds: [hidden.id] })).rejects.toMatchObject(invalid);
    await expect(create(manager, server, KEYWORDS, [BLOCK], { exemptChannelIds: [elsewhere.general.id] })).rejects.toMatchObject(invalid);
    await expect(create(manager, server, KEYWORDS, [BLOCK], { exemptRoleIds: [elsewhere.id] })).rejects.toMatchObject(invalid);
    await expect(create(manager, server, KEYWORDS, [{ type: 'ALERT', channelId: category.id }])).rejects.toMatchObject(invalid);

    const alert: AutoModAction = { type: 'ALERT', channelId: hidden.id };
    const rule = await create(server.owner, server, KEYWORDS, [alert], {
      exemptChannelIds: [hidden.id, category.id],
      exemptRoleIds: [roleId],
    });
    await hearth.db.role.delete({ where: { id: BigInt(roleId) } });
    const body = { actions: [alert, BLOCK], exemptChannelIds: [category.id, hidden.id] };
    const changed = await hearth.api.as(server.owner).call(updateAutoModRule, { params: { serverId: server.id, ruleId: rule.id }, body });
    expect(changed).toMatchObject({ ...body, exemptRoleIds: [roleId] });
  });

  it('the kind of a rule stays', async () => {
    const server = await buildServer(hearth);
    const rule = await create(server.owner, server, KEYWORDS);
    const update = hearth.api
      .as(server.owner)
      .call(updateAutoModRule, { params: { serverId: server.id, ruleId: rule.id }, body: { trigger: PATTERNS } });
    await expect(update).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('there is one rule for raids, a few of patterns, and so many of all', async () => {
    const server = await buildServer(hearth);
    const limited = { code: 'LIMIT_REACHED' };
    await create(server.owner, server, RAID, [{ type: 'PAUSE_INVITES' }]);
    await expect(create(server.owner, server, RAID, [{ type: 'PAUSE_INVITES' }])).rejects.toMatchObject(limited);
    for (let made = 0; made < limits.autoMod.patternRules; made += 1) await create(server.owner, server, PATTERNS);
    await expect(create(server.owner, server, PATTERNS)).rejects.toMatchObject(limited);
    const room = limits.autoMod.rules - limits.autoMod.patternRules - 1;
    const made = await Promise.allSettled(Array.from({ length: room + 2 }, () => create(server.owner, server, KEYWORDS)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(room);
    expect((await list(server)).rules).toHaveLength(limits.autoMod.rules);
  });
});

describe('trying a rule', () => {
  it.each<[AutoModTextTrigger, string, string | null]>([
    [KEYWORDS, 'a BÁD word', 'bad'],
    [KEYWORDS, 'a good word', null],
    [PATTERNS, 'a bud', 'bud'],
    [{ type: 'MENTION_SPAM', limit: 1 }, '@one @two', '2'],
    [{ type: 'INVITE_LINK', allowOwn: false }, 'https://discord.gg/abc', 'discord.gg/abc'],
  ])('%j against %j finds %j', async (trigger, content, matched) => {
    const server = await buildServer(hearth);
    const tried = await hearth.api.as(server.owner).call(testAutoModRule, { params: { serverId: server.id }, body: { trigger, content } });
    expect(tried).toEqual({ matched });
  });

  it('says what is wrong with it', async () => {
    const server = await buildServer(hearth);
    const trigger = { type: 'PATTERN' as const, patterns: ['('], allowed: [] };
    const tried = hearth.api.as(server.owner).call(testAutoModRule, { params: { serverId: server.id }, body: { trigger, content: 'x' } });
    await expect(tried).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.trigger.patterns.0' }] });
  });

  it('is for those with MANAGE_SERVER', async () => {
    const { user, server } = await buildMember(hearth);
    const body = { trigger: KEYWORDS as AutoModTextTrigger, content: 'x' };
    const tried = hearth.api.as(user).call(testAutoModRule, { params: { serverId: server.id }, body });
    await expect(tried).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });
});
