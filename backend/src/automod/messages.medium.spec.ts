import { randomUUID } from 'node:crypto';
import {
  autoModAlert,
  createMessage,
  createThread,
  deleteMessage,
  editMessage,
  getMessage,
  listAuditLog,
  listMessages,
  updateAutoModRule,
  updateChannel,
  type AutoModAction,
  type AutoModTrigger,
  type Channel,
  type Message,
} from '@hearth/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BLOCK, buildRule } from '../../test/factories/automod.js';
import {
  buildChannel,
  buildMember,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestMember,
  type TestServer,
} from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { eventually } from '../../test/eventually.js';
import { InvitesService } from '../servers/invites/invites.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = (user: TestUser, { id }: Channel, content: string, nonce: string = randomUUID()): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId: id }, body: { content, nonce } });

const edit = (user: TestUser, messageId: string, content: string) =>
  hearth.api.as(user).call(editMessage, { params: { messageId }, body: { content } });

const messagesIn = async ({ owner }: TestServer, channelId: string): Promise<Message[]> =>
  (await hearth.api.as(owner).call(listMessages, { params: { channelId } })).messages;

const blocked = { code: 'AUTOMOD_BLOCKED', status: 422 };

describe('a message in which a rule finds something', () => {
  it('is not stored, and its author reads what the rule says, over both transports', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRule(hearth, { server, actions: [{ type: 'BLOCK', message: 'We do not say that here.' }] });
    await expect(send(user, server.general, 'so FORBIDDEN!')).rejects.toMatchObject({
      ...blocked,
      message: 'AUTOMOD_BLOCKED: We do not say that here.',
    });
    const socket = await hearth.connect(user);
    const answer = await socket.send('message:send', { channelId: server.general.id, content: 'forbıdden', nonce: randomUUID() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'AUTOMOD_BLOCKED', detail: 'We do not say that here.' } });
    await send(user, server.general, 'fine');
    expect((await messagesIn(server, server.general.id)).map(({ content }) => content)).toEqual(['fine']);
  });

  it('is not edited in either', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRule(hearth, { server });
    const message = await send(user, server.general, 'fine');
    await expect(edit(user, message.id, 'forbidden')).rejects.toMatchObject(blocked);
    expect((await edit(user, message.id, 'still fine')).content).toBe('still fine');
  });

  it('does not keep others of the same moment from being stored', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRule(hearth, { server });
    const texts = Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? `forbidden ${index}` : `fine ${index}`));
    const sent = await Promise.allSettled(texts.map((text) => send(user, server.general, text)));
    expect(sent.map(({ status }) => status === 'fulfilled')).toEqual(texts.map((text) => text.startsWith('fine')));
    expect(await messagesIn(server, server.general.id)).toHaveLength(20);
  });

  it('that was stored before the rule answers a later try', async () => {
    const { user, server } = await buildMember(hearth);
    const nonce = randomUUID();
    const first = await send(user, server.general, 'forbidden', nonce);
    await buildRule(hearth, { server });
    expect(await send(user, server.general, 'forbidden', nonce)).toEqual(first);
    await expect(send(user, server.general, 'forbidden elsewhere', nonce)).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('is let through again as soon as the rule is switched off', async () => {
    const { user, server } = await buildMember(hearth);
    const rule = await buildRule(hearth, { server });
    await expect(send(user, server.general, 'forbidden')).rejects.toMatchObject(blocked);
    const change = { params: { serverId: server.id, ruleId: rule.id }, body: { enabled: false } };
    await hearth.api.as(server.owner).call(updateAutoModRule, change);
    expect((await send(user, server.general, 'forbidden')).content).toBe('forbidden');
  });
});

describe('the name of a thread or post', () => {
  const open = (user: TestUser, { id }: Channel, body: { name: string; content?: string; messageId?: string }) =>
    hearth.api.as(user).call(createThread, { params: { channelId: id }, body: { ...body, ...(body.content && { nonce: randomUUID() }) } });
  const rename = (user: TestUser, { id }: Channel, name: string) =>
    hearth.api.as(user).call(updateChannel, { params: { channelId: id }, body: { name } });

  it('is held against the rules too, when it is made and when it changes', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRule(hearth, { server });
    const forum = await buildChannel(hearth, { server, type: 'FORUM' });
    await expect(open(user, forum, { name: 'forbidden', content: 'fine' })).rejects.toMatchObject(blocked);
    const { id: messageId } = await send(user, server.general, 'fine');
    await expect(open(user, server.general, { name: 'forbidden', messageId })).rejects.toMatchObject(blocked);
    const post = await open(user, forum, { name: 'fine', content: 'fine too' });
    await expect(rename(user, post, 'forbidden')).rejects.toMatchObject(blocked);
    expect((await rename(user, post, 'still fine')).name).toBe('still fine');
    expect((await rename(server.owner, post, 'forbidden')).name).toBe('forbidden');
    const { user: other } = await buildMember(hearth, { server });
    await expect(rename(other, post, 'forbidden')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('is told of with the message that the post begins with', async () => {
    const { user, server } = await buildMember(hearth);
    const alerts = await buildPrivateChannel(hearth, { server });
    await buildRule(hearth, { server, actions: [{ type: 'ALERT', channelId: alerts.id }] });
    const forum = await buildChannel(hearth, { server, type: 'FORUM' });
    const post = await open(user, forum, { name: 'forbidden', content: 'fine' });
    const [first] = await messagesIn(server, post.id);
    const [alert] = await eventually(
      () => messagesIn(server, alerts.id),
      (found) => found.length > 0,
    );
    expect(autoModAlert.parse(alert?.details)).toMatchObject({ channelId: post.id, messageId: first?.id, content: 'forbidden' });
  });
});

describe('rules do not look at', () => {
  const sends = async (user: TestUser, channel: Channel) => (await send(user, channel, 'forbidden')).content === 'forbidden';

  it('the owner and those with MANAGE_SERVER', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    await buildRule(hearth, { server });
    expect(await sends(user, server.general)).toBe(true);
    expect(await sends(server.owner, server.general)).toBe(true);
  });

  it('exempt roles', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: [], members: [user] });
    await buildRule(hearth, { server, exemptRoleIds: [roleId] });
    expect(await sends(user, server.general)).toBe(true);
  });

  it('exempt channels, and the channels of exempt categories', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const inside = await buildChannel(hearth, { server, parentId: category.id });
    await buildRule(hearth, { server, exemptChannelIds: [category.id, server.general.id] });
    expect(await sends(user, inside)).toBe(true);
    expect(await sends(user, server.general)).toBe(true);
    await expect(send(user, await buildChannel(hearth, { server }), 'forbidden')).rejects.toMatchObject(blocked);
  });

  it('other servers', async () => {
    await buildRule(hearth, {});
    const { user, server } = await buildMember(hearth);
    expect(await sends(user, server.general)).toBe(true);
  });
});

describe('an alert', () => {
  const alerts = async (server: TestServer, channel: Channel) =>
    (await messagesIn(server, channel.id)).filter(({ type }) => type === 'AUTOMOD_ALERT');

  const buildAlerting = async (actions: AutoModAction[]): Promise<TestMember & { channel: Channel }> => {
    const member = await buildMember(hearth);
    const channel = await buildPrivateChannel(hearth, { server: member.server });
    await buildRule(hearth, { server: member.server, actions: [...actions, { type: 'ALERT', channelId: channel.id }] });
    return { ...member, channel };
  };

  it('tells the moderators of a message that was blocked, and so does the audit log', async () => {
    const { user, server, channel } = await buildAlerting([BLOCK]);
    await expect(send(user, server.general, 'a forbidden word')).rejects.toMatchObject(blocked);
    const [alert] = await eventually(
      () => alerts(server, channel),
      (found) => found.length > 0,
    );
    expect(alert).toMatchObject({ author: { id: user.id }, content: '' });
    expect(alert?.details).toMatchObject({
      ...{ kind: 'AUTOMOD', ruleName: 'Rule', trigger: 'KEYWORD', channelId: server.general.id, messageId: null, seq: null },
      ...{ content: 'a forbidden word', matched: 'forbidden', timeoutUntil: null },
    });
    const { entries } = await hearth.api.as(server.owner).call(listAuditLog, { params: { serverId: server.id } });
    expect(entries[0]).toMatchObject({ action: 'AUTOMOD_BLOCK', actorId: null, targetId: user.id, targetName: user.username });
  });

  it('leads to the message when that was let through', async () => {
    const { user, server, channel } = await buildAlerting([]);
    const message = await send(user, server.general, 'forbidden');
    const [alert] = await eventually(
      () => alerts(server, channel),
      (found) => found.length > 0,
    );
    expect(alert?.details).toMatchObject({ messageId: message.id, seq: message.seq });
    expect(await hearth.api.as(server.owner).call(getMessage, { params: { messageId: message.id } })).toEqual(message);
  });

  it('of an edit leads to what was edited', async () => {
    const { user, server, channel } = await buildAlerting([]);
    const message = await send(user, server.general, 'fine');
    await edit(user, message.id, 'forbidden');
    const [alert] = await eventually(
      () => alerts(server, channel),
      (found) => found.length > 0,
    );
    expect(alert?.details).toMatchObject({ messageId: message.id, content: 'forbidden' });
  });

  it('into the channel itself holds nothing up', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRule(hearth, { server, actions: [BLOCK, { type: 'ALERT', channelId: server.general.id }] });
    await expect(send(user, server.general, 'forbidden')).rejects.toMatchObject(blocked);
    const [alert] = await eventually(
      () => alerts(server, server.general),
      (found) => found.length > 0,
    );
    await expect(edit(user, alert?.id ?? '', 'I did nothing')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const remove = (api: typeof hearth.api) => api.call(deleteMessage, { params: { messageId: alert?.id ?? '' } });
    await expect(remove(hearth.api.as(user))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const tombstone = await remove(hearth.api.as(server.owner));
    expect(tombstone.details).toBeUndefined();
  });

  it('comes a few times when somebody goes on and on', async () => {
    const { user, server, channel } = await buildAlerting([BLOCK]);
    const sent = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => send(user, server.general, `forbidden ${index}`)));
    expect(sent.every(({ status }) => status === 'rejected')).toBe(true);
    const { user: other } = await buildMember(hearth, { server });
    await expect(send(other, server.general, 'forbidden')).rejects.toMatchObject(blocked);
    const found = await eventually(
      () => alerts(server, channel),
      (list) => list.some(({ author }) => author.id === other.id),
    );
    expect(found.filter(({ author }) => author.id === user.id)).toHaveLength(5);
  });

  it('into a channel that is gone is left out', async () => {
    const { user, server, channel } = await buildAlerting([BLOCK]);
    await hearth.db.channel.delete({ where: { id: BigInt(channel.id) } });
    await expect(send(user, server.general, 'forbidden')).rejects.toMatchObject(blocked);
  });

  it('has the shape that the contract says', async () => {
    const { user, server, channel } = await buildAlerting([BLOCK]);
    const socket = await hearth.connect(server.owner);
    const heard = socket.next('message:new');
    await expect(send(user, server.general, 'forbidden')).rejects.toMatchObject(blocked);
    const { message } = await heard;
    expect(message).toMatchObject({ channelId: channel.id, type: 'AUTOMOD_ALERT' });
    expect(autoModAlert.parse(message.details)).toEqual(message.details);
  });
});

describe('a timeout', () => {
  it('begins with the message, is told to everybody and is in the audit log; a longer one stays', async () => {
    const { user, server } = await buildMember(hearth);
    const rule = await buildRule(hearth, { server, actions: [BLOCK, { type: 'TIMEOUT', seconds: 600 }] });
    const socket = await hearth.connect(server.owner);
    const told = socket.next('member:update');
    await expect(send(user, server.general, 'forbidden')).rejects.toMatchObject(blocked);
    const { timeoutUntil } = await told;
    expect(Date.parse(timeoutUntil ?? '') - Date.now()).toBeGreaterThan(500_000);
    await expect(send(user, server.general, 'fine')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const { entries } = await hearth.api
      .as(server.owner)
      .call(listAuditLog, { params: { serverId: server.id }, query: { action: 'AUTOMOD_TIMEOUT' } });
    expect(entries).toMatchObject([
      {
        actorId: null,
        targetId: user.id,
        changes: [
          { key: 'rule', after: rule.name },
          { key: 'timeoutUntil', after: timeoutUntil },
        ],
      },
    ]);
  });
});

describe('other kinds of rules', () => {
  const withRule = async (trigger: AutoModTrigger): Promise<TestMember> => {
    const member = await buildMember(hearth);
    await buildRule(hearth, { server: member.server, trigger });
    return member;
  };

  it('find repeated text, however it is dressed up and wherever it is sent', async () => {
    const { user, server } = await withRule({ type: 'REPEATED_TEXT', count: 3, seconds: 600 });
    const elsewhere = await buildChannel(hearth, { server });
    const nonce = randomUUID();
    await send(user, server.general, 'Buy now', nonce);
    // A try again is no second time.
    await send(user, server.general, 'Buy now', nonce);
    const second = await send(user, elsewhere, 'BUY  NOW');
    await expect(send(user, elsewhere, 'buy nöw')).rejects.toMatchObject(blocked);
    await send(user, elsewhere, 'something else');
    await edit(user, second.id, 'never mind');
    await expect(edit(user, second.id, 'buy now')).rejects.toMatchObject(blocked);
    await send((await buildMember(hearth, { server })).user, server.general, 'buy now');
  });

  it('find mentions and invite links, but for those of the server itself', async () => {
    const { user, server } = await withRule({ type: 'INVITE_LINK', allowOwn: true });
    await buildRule(hearth, { server, trigger: { type: 'MENTION_SPAM', limit: 2 } });
    const own = await hearth.get(InvitesService).create(server.owner, server.id, {});
    const other = await buildServer(hearth);
    const foreign = await hearth.get(InvitesService).create(other.owner, other.id, {});
    await send(user, server.general, `come in: https://chat.example/invite/${own.code}`);
    await expect(send(user, server.general, `https://chat.example/invite/${foreign.code}`)).rejects.toMatchObject(blocked);
    await expect(send(user, server.general, '@a @b @c')).rejects.toMatchObject(blocked);
  });
});
