import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createReport,
  getReport,
  leaveServer,
  limits,
  listReports,
  permissionsOf,
  updateMember,
  updateReport,
  updateRole,
  type Input,
  type Message,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import {
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import type { MessageInput } from '../../messages/message-preparation.js';
import { MessagesService } from '../../messages/messages.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

type ReportBody = Partial<Input<typeof createReport>['body']>;

const as = (user: TestUser) => hearth.api.as(user);
const send = (user: TestUser, channelId: string, content = 'rude words'): Promise<Message> =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const report = (user: TestUser, body: ReportBody) => as(user).call(createReport, { body: { category: 'HARASSMENT', ...body } });
const list = (user: TestUser, { id: serverId }: TestServer, query = {}) => as(user).call(listReports, { params: { serverId }, query });
const idsOf = async (user: TestUser, server: TestServer) => (await list(user, server)).reports.map(({ id }) => id);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const one = ({ id: serverId }: TestServer, reportId: string) => ({ params: { serverId, reportId } });

async function buildModerator(server: TestServer): Promise<TestUser> {
  const { user } = await buildMember(hearth, { server });
  await buildRole(hearth, { server, permissions: ['KICK_MEMBERS'], members: [user] });
  return user;
}

describe('reporting a message', () => {
  it('keeps it as it was, whatever becomes of it', async () => {
    const { user: author, server } = await buildMember(hearth);
    const { user: reporter } = await buildMember(hearth, { server });
    const message = await send(author, server.general.id);
    const receipt = await report(reporter, { messageId: message.id, comment: 'This hurts' });
    expect(receipt).toMatchObject({ status: 'OPEN' });
    await hearth.get(MessagesService).edit(author, message.id, 'kind words');
    await hearth.get(MessagesService).remove(author, message.id);
    expect((await list(server.owner, server)).reports).toEqual([
      {
        id: receipt.id,
        serverId: server.id,
        reporter: expect.objectContaining({ id: reporter.id }),
        target: expect.objectContaining({ id: author.id }),
        category: 'HARASSMENT',
        comment: 'This hurts',
        message: {
          id: message.id,
          channelId: server.general.id,
          channelName: 'general',
          seq: 1,
          content: 'rude words',
          createdAt: message.createdAt,
          editedAt: null,
        },
        status: 'OPEN',
        resolver: null,
        resolution: '',
        resolvedAt: null,
        createdAt: receipt.createdAt,
      },
    ]);
  });

  it('keeps whom it named, its sticker and its poll', async () => {
    const { user: author, server } = await buildMember(hearth);
    const sticker = { id: '1', name: 'Rude', animated: false };
    const said = (input: Partial<MessageInput>) =>
      hearth.get(MessagesService).create(author, server.general.id, { content: '', nonce: randomUUID(), ...input });
    const asked = { question: 'Who is worst?', answers: [{ text: 'You' }, { text: 'All of you' }] };
    const named = await said({ content: `<@${server.owner.id}>` });
    for (const { id } of [named, await said({ details: { sticker } }), await said({ poll: asked })]) {
      await report(server.owner, { messageId: id });
    }
    const reported = (await list(server.owner, server)).reports.map(({ message }) => message);
    expect(reported).toMatchObject([
      { content: '', poll: { question: asked.question, answers: ['You', 'All of you'] } },
      { content: '', sticker },
      { mentions: [{ id: server.owner.id }] },
    ]);
  });

  it('is for those who see it, once while it is open, and not of oneself', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await send(server.owner, server.general.id);
    const first = await report(user, { messageId: message.id });
    expect(await report(user, { messageId: message.id, category: 'SPAM' })).toEqual(first);
    await expect(report(await buildUser(hearth), { messageId: message.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(server.owner, { messageId: message.id })).rejects.toMatchObject({ code: 'VALIDATION' });
    await hearth.get(MessagesService).remove(server.owner, message.id);
    await expect(report(user, { messageId: message.id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('tells the moderators, but not whom it is about', async () => {
    const server = await buildServer(hearth);
    const [moderator, bad] = [await buildModerator(server), await buildModerator(server)];
    const { user } = await buildMember(hearth, { server });
    const message = await send(bad, server.general.id);
    const [good, owner, about, reporter] = [
      await hearth.connect(moderator),
      await hearth.connect(server.owner),
      await hearth.connect(bad),
      await hearth.connect(user),
    ];
    const { id: reportId } = await report(user, { messageId: message.id });
    const news = { serverId: server.id, reportId, status: 'OPEN' };
    expect(await good.next('report:update')).toEqual(news);
    expect(await owner.next('report:update')).toEqual(news);
    await Promise.all([about.settle(), reporter.settle()]);
    expect([about.all('report:update'), reporter.all('report:update')]).toEqual([[], []]);
    expect(await idsOf(moderator, server)).toEqual([reportId]);
    expect(await idsOf(bad, server)).toEqual([]);
    await expect(as(bad).call(getReport, one(server, reportId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the news of a report', () => {
  it('goes to those alone who may see it now', async () => {
    const server = await buildServer(hearth);
    const channel = await buildPrivateChannel(hearth, { server });
    const [seeing, unseeing, timedOut] = [await buildModerator(server), await buildModerator(server), await buildModerator(server)];
    for (const { id: userId } of [seeing, timedOut]) await buildOverwrite(hearth, { channel, userId, allow: ['VIEW_CHANNEL'] });
    await as(server.owner).call(updateMember, { params: { serverId: server.id, userId: timedOut.id }, body: { timeoutUntil: inAnHour() } });
    const message = await send(server.owner, channel.id);
    const [good, ...others] = [await hearth.connect(seeing), await hearth.connect(unseeing), await hearth.connect(timedOut)];
    const { id: reportId } = await report(seeing, { messageId: message.id });
    expect(await good?.next('report:update')).toEqual({ serverId: server.id, reportId, status: 'OPEN' });
    await Promise.all(others.map((socket) => socket.settle()));
    expect(others.map((socket) => socket.all('report:update'))).toEqual([[], []]);
  });

  it('does not reach whom it is about where everybody moderates', async () => {
    const { user: bad, server } = await buildMember(hearth);
    const { user } = await buildMember(hearth, { server });
    const body = { permissions: permissionsOf('VIEW_CHANNEL', 'KICK_MEMBERS').toString() };
    await as(server.owner).call(updateRole, { params: { serverId: server.id, roleId: server.id }, body });
    const [good, about] = [await hearth.connect(user), await hearth.connect(bad)];
    const { id: reportId } = await report(user, { userId: bad.id, serverId: server.id });
    expect(await good.next('report:update')).toEqual({ serverId: server.id, reportId, status: 'OPEN' });
    await about.settle();
    expect(about.all('report:update')).toEqual([]);
  });
});

describe('reporting somebody', () => {
  it('to a server in which they are, or were', async () => {
    const { user: bad, server } = await buildMember(hearth);
    const { user } = await buildMember(hearth, { server });
    await as(bad).call(leaveServer, { params: { serverId: server.id } });
    await report(user, { userId: bad.id, serverId: server.id });
    expect((await list(server.owner, server)).reports).toMatchObject([{ target: { id: bad.id }, message: null }]);
    await expect(report(user, { userId: (await buildUser(hearth)).id, serverId: server.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(await buildUser(hearth), { userId: bad.id, serverId: server.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('without a server to those who run the installation, if one may know of them', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await report(user, { userId: server.owner.id });
    expect(await hearth.db.report.findUnique({ where: { id: BigInt(id) } })).toMatchObject({ serverId: null });
    expect(await idsOf(server.owner, server)).toEqual([]);
    await expect(report(user, { userId: (await buildUser(hearth)).id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stops at the limit', async () => {
    const { user, server } = await buildMember(hearth);
    const row = (index: number) => ({
      id: BigInt(server.id) + BigInt(index + 1),
      reporterId: BigInt(user.id),
      targetUserId: BigInt(index + 1),
    });
    const rows = Array.from({ length: limits.openReports }, (_, index) => ({ ...row(index), category: 'SPAM' }));
    await hearth.db.report.createMany({ data: rows });
    await expect(report(user, { userId: server.owner.id })).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it.each<ReportBody>([
    {},
    { messageId: '1', userId: '2' },
    { messageId: '1', serverId: '2' },
    { serverId: '2' },
    { messageId: 'x' },
    { messageId: '1', comment: 'x'.repeat(1_001) },
    { messageId: '1', category: 'BORING' as 'SPAM' },
  ])('refuses %j', async (body) => {
    const answer = await as(await buildUser(hearth)).send('post', '/reports', { category: 'SPAM', ...body });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('the queue', () => {
  it('shows what was written where a moderator sees nothing only to those who see it', async () => {
    const server = await buildServer(hearth);
    const moderator = await buildModerator(server);
    const hidden = await buildPrivateChannel(hearth, { server });
    const { user } = await buildMember(hearth, { server });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL'] });
    const { id } = await report(user, { messageId: (await send(server.owner, hidden.id)).id });
    expect(await idsOf(moderator, server)).toEqual([]);
    await expect(as(moderator).call(getReport, one(server, id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(as(moderator).call(updateReport, { ...one(server, id), body: { status: 'RESOLVED' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await idsOf(server.owner, server)).toEqual([id]);
    await buildOverwrite(hearth, { channel: hidden, userId: moderator.id, allow: ['VIEW_CHANNEL'] });
    expect(await idsOf(moderator, server)).toEqual([id]);
  });

  it('comes page by page, the newest first', async () => {
    const server = await buildServer(hearth);
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { user } = await buildMember(hearth, { server });
      made.push((await report(user, { userId: server.owner.id, serverId: server.id })).id);
    }
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(server.owner, server, { limit: '2', ...(cursor && { cursor }) });
      ids.push(...page.reports.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual(made.reverse());
  });

  it.each(['limit=0', 'cursor=abc', 'status=NEW'])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('get', `/servers/${id}/reports?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `query.${query.split('=')[0]}` }] });
  });
});

describe('deciding', () => {
  it('takes a report out of the queue, tells the others, is kept, and can be taken back', async () => {
    const { user, server } = await buildMember(hearth);
    const moderator = await buildModerator(server);
    const { user: bad } = await buildMember(hearth, { server });
    const { id } = await report(user, { userId: bad.id, serverId: server.id });
    const socket = await hearth.connect(server.owner);
    const decide = (status: 'RESOLVED' | 'OPEN', resolution?: string) =>
      as(moderator).call(updateReport, { ...one(server, id), body: { status, ...(resolution !== undefined && { resolution }) } });
    const after = await decide('RESOLVED', 'Talked to them');
    expect(after).toMatchObject({ status: 'RESOLVED', resolver: { id: moderator.id }, resolution: 'Talked to them' });
    expect(after.resolvedAt).not.toBeNull();
    expect(await socket.next('report:update')).toEqual({ serverId: server.id, reportId: id, status: 'RESOLVED' });
    expect(await idsOf(moderator, server)).toEqual([]);
    expect((await list(moderator, server, { status: 'RESOLVED' })).reports).toEqual([after]);
    expect(await actsOf(hearth, server, 'REPORT_RESOLVE')).toEqual([
      {
        actorId: moderator.id,
        targetId: bad.id,
        targetName: bad.username,
        changes: [
          { key: 'status', before: 'OPEN', after: 'RESOLVED' },
          { key: 'resolution', before: '', after: 'Talked to them' },
        ],
        reason: null,
      },
    ]);
    expect(await decide('OPEN')).toMatchObject({ status: 'OPEN', resolver: null, resolvedAt: null });
  });

  it('is not for whom it is about, not even for the owner', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await report(user, { userId: server.owner.id, serverId: server.id });
    const attempt = as(server.owner).call(updateReport, { ...one(server, id), body: { status: 'DISMISSED' } });
    await expect(attempt).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const moderator = await buildModerator(server);
    expect(await as(moderator).call(updateReport, { ...one(server, id), body: { status: 'DISMISSED' } })).toMatchObject({
      status: 'DISMISSED',
    });
  });

  it('finds no report of another server', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = await report(user, { userId: server.owner.id, serverId: server.id });
    const other = await buildServer(hearth);
    await expect(as(other.owner).call(getReport, one(other, id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const body = { status: 'RESOLVED' as const };
    await expect(as(other.owner).call(updateReport, { ...one(other, id), body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([{}, { status: 'DONE' }, { status: 'OPEN', resolution: 'x'.repeat(1_001) }])('refuses %j', async (body) => {
    const { user, server } = await buildMember(hearth);
    const { id } = await report(user, { userId: server.owner.id, serverId: server.id });
    const answer = await as(server.owner).send('patch', `/servers/${server.id}/reports/${id}`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
