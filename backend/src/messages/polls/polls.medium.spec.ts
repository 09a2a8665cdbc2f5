import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  editMessage,
  endPoll,
  getMessage,
  limits,
  listMessages,
  listVoters,
  takeBackVote,
  vote,
  type Message,
  type PollInput,
} from '@hearth/contract';
import { buildRule } from '../../../test/factories/automod.js';
import { buildCrowd } from '../../../test/factories/crowd.js';
import { buildMember, buildOverwrite } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { PollEndings } from './poll-endings.js';
import { PollsRepository } from './polls.repository.js';
import { PollsService } from './polls.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const LUNCH: PollInput = { question: 'Lunch?', answers: [{ text: 'Soup', emoji: '🍲' }, { text: 'Salad' }, { text: 'Nothing' }] };

const ask = (author: TestUser, channelId: string, poll: Partial<PollInput> = {}, content?: string): Promise<Message> =>
  hearth.api.as(author).call(createMessage, {
    params: { channelId },
    body: { nonce: randomUUID(), poll: { ...LUNCH, ...poll }, ...(content !== undefined && { content }) },
  });
const choose = (user: TestUser, { id }: Message, ...answers: number[]) =>
  hearth.api.as(user).call(vote, { params: { messageId: id }, body: { answers } });
const look = (user: TestUser, { id }: Message) => hearth.api.as(user).call(getMessage, { params: { messageId: id } });
const end = (user: TestUser, { id }: Message) => hearth.api.as(user).call(endPoll, { params: { messageId: id } });
const votesOf = ({ poll }: Message) => poll?.answers.map(({ votes }) => votes);

async function scene(poll?: Partial<PollInput>) {
  const { user, server } = await buildMember(hearth);
  const message = await ask(server.owner, server.general.id, poll);
  return { user, server, owner: server.owner, channelId: server.general.id, message };
}

/** As if its time had come. */
async function runOut({ id }: Message): Promise<string> {
  const at = new Date(Date.now() - 1_000).toISOString();
  await hearth.db.$executeRaw`UPDATE messages SET poll = poll || jsonb_build_object('expiresAt', ${at}::text) WHERE id = ${BigInt(id)}`;
  return at;
}

const notices = async (user: TestUser, channelId: string) =>
  (await hearth.api.as(user).call(listMessages, { params: { channelId } })).messages.filter(({ type }) => type === 'POLL_RESULT');

describe('a poll', () => {
  it('that asks or offers something else under the same nonce is another one', async () => {
    const { owner, channelId } = await scene();
    const nonce = randomUUID();
    const send = (poll: PollInput) => hearth.api.as(owner).call(createMessage, { params: { channelId }, body: { nonce, poll } });
    const first = await send(LUNCH);
    expect((await send(LUNCH)).id).toBe(first.id);
    await expect(send({ ...LUNCH, answers: [{ text: 'Soup' }, { text: 'Bread' }] })).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('needs no text beside it, and holds its answers in their order', async () => {
    const { user, message } = await scene({ expiresIn: 3_600 });
    expect(message).toMatchObject({
      type: 'POLL',
      content: '',
      poll: { question: 'Lunch?', multiple: false, voters: 0, mine: [], closedAt: null },
    });
    expect(message.poll?.answers).toEqual([
      { id: 1, text: 'Soup', emoji: '🍲', votes: 0 },
      { id: 2, text: 'Salad', votes: 0 },
      { id: 3, text: 'Nothing', votes: 0 },
    ]);
    const left = Date.parse(message.poll?.expiresAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(3_000_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
    expect(await look(user, message)).toEqual(message);
  });

  it('is not edited, and is refused without SEND_POLLS', async () => {
    const { user, server, owner, channelId, message } = await scene();
    const edit = hearth.api.as(owner).call(editMessage, { params: { messageId: message.id }, body: { content: 'other' } });
    await expect(edit).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildOverwrite(hearth, { channel: server.general, deny: ['SEND_POLLS'] });
    await expect(ask(user, channelId)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it.each([
    ['one answer', { answers: [{ text: 'Soup' }] }],
    ['too many answers', { answers: Array.from({ length: limits.poll.answers.max + 1 }, () => ({ text: 'Soup' })) }],
    ['an answer without words', { answers: [{ text: 'Soup' }, { text: ' ' }] }],
    ['no question', { question: '' }],
    ['what is no emoji', { answers: [{ text: 'Soup', emoji: 'soup' }, { text: 'Salad' }] }],
    ['a moment', { expiresIn: 1 }],
  ])('is refused with %s', async (_, poll) => {
    const { user, channelId } = await scene();
    await expect(ask(user, channelId, poll)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('is judged by all its words', async () => {
    const { user, server, channelId } = await scene();
    await buildRule(hearth, { server });
    const answers = [{ text: 'the forbidden one' }, { text: 'Salad' }];
    await expect(ask(user, channelId, { answers })).rejects.toMatchObject({ code: 'AUTOMOD_BLOCKED' });
  });
});

describe('votes', () => {
  it('are counted live, can be changed and taken back', async () => {
    const { user, owner, message } = await scene();
    const socket = await hearth.connect(owner);
    expect((await choose(user, message, 2)).poll).toMatchObject({ voters: 1, mine: [2] });
    const told = await socket.next('message:update');
    expect(told).toMatchObject({ actor: { userId: user.id, votes: [2] }, message: { poll: { voters: 1, mine: [] } } });
    await choose(owner, message, 2);
    const changed = await choose(user, message, 1);
    expect(votesOf(changed)).toEqual([1, 1, 0]);
    expect(changed.poll).toMatchObject({ voters: 2, mine: [1] });
    expect((await choose(user, message, 1)).version).toBe(changed.version);
    const params = { messageId: message.id };
    const without = await hearth.api.as(user).call(takeBackVote, { params });
    expect(votesOf(without)).toEqual([0, 1, 0]);
    expect(without.poll).toMatchObject({ voters: 1, mine: [] });
    expect((await hearth.api.as(user).call(takeBackVote, { params })).version).toBe(without.version);
  });

  it('are for several answers only where the poll takes them', async () => {
    const { user, message, channelId } = await scene();
    await expect(choose(user, message, 1, 2)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(choose(user, message, 4)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(choose(user, message, 1, 1)).rejects.toMatchObject({ code: 'VALIDATION' });
    const several = await ask(user, channelId, { multiple: true });
    expect(votesOf(await choose(user, several, 3, 1))).toEqual([1, 0, 1]);
    const other = await choose(user, several, 2, 3);
    expect(votesOf(other)).toEqual([0, 1, 1]);
    expect(other.poll).toMatchObject({ voters: 1, mine: [2, 3] });
  });

  it('of fifty people at once are all counted, and tell whose they are', async () => {
    const { server, owner, message } = await scene();
    const crowd = await buildCrowd(hearth, server, 50);
    const service = hearth.get(PollsService);
    await Promise.all(crowd.map((userId, index) => service.vote({ userId, sessionId: '' }, message.id, [1 + (index % 3)])));
    const { poll } = await look(owner, message);
    expect(poll?.answers.map(({ votes }) => votes)).toEqual([17, 17, 16]);
    expect(poll?.voters).toBe(50);
    const read = (query: object) =>
      hearth.api.as(owner).call(listVoters, { params: { messageId: message.id }, query: { answer: '3', ...query } });
    const first = await read({ limit: '10' });
    expect(first).toMatchObject({ hasMore: true });
    expect(await read({ after: first.users.at(-1)?.id })).toMatchObject({ users: { length: 6 }, hasMore: false });
  });

  it('of one person on many nodes leave one', async () => {
    const { user, owner, message, channelId } = await scene();
    const repository = hearth.get(PollsRepository);
    const guard = { channel: { id: channelId, serverId: null }, accessVersion: null };
    const now = new Date().toISOString();
    const one = { messageId: message.id, userId: user.id, now };
    await Promise.all([1, 2, 3, 1, 2, 3, 2].map((answer) => repository.vote(guard, { ...one, answers: [answer] })));
    const { poll } = await look(owner, message);
    expect(poll?.answers.reduce((sum, { votes }) => sum + votes, 0)).toBe(1);
    expect(poll?.voters).toBe(1);
    expect(await hearth.db.pollVote.count({ where: { messageId: BigInt(message.id) } })).toBe(1);
  });
});

describe('the end', () => {
  it('comes at its time, once, with a notice, whoever looks and whatever ended in between', async () => {
    const { user, owner, channelId, message } = await scene({ expiresIn: 3_600 });
    await choose(user, message, 1);
    const expiresAt = await runOut(message);
    await expect(choose(user, message, 2)).rejects.toMatchObject({ code: 'CONFLICT' });
    const endings = hearth.get(PollEndings);
    await Promise.all([endings.endDue(), endings.endDue(), endings.endDue()]);
    const { poll } = await look(owner, message);
    expect(poll).toMatchObject({ closedAt: expiresAt, voters: 1 });
    expect(poll).not.toHaveProperty('noticeId');
    const [notice, ...others] = await notices(owner, channelId);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ author: { id: owner.id }, details: { messageId: message.id, messageSeq: message.seq } });
    // A node that died before it had noted that the notice is written.
    await hearth.db.$executeRaw`UPDATE messages SET poll = poll - 'told' WHERE id = ${BigInt(message.id)}`;
    await endings.endDue();
    expect(await notices(owner, channelId)).toHaveLength(1);
    expect(await hearth.get(PollsRepository).due(new Date().toISOString(), 10)).toEqual([]);
  });

  it('comes when its author or a moderator says so, and for nobody else', async () => {
    const { user, owner, channelId } = await scene();
    const message = await ask(user, channelId);
    const { user: other } = await buildMember(hearth, { server: { ...(await scene()).server } });
    await expect(end(other, message)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asked = await ask(owner, channelId);
    await expect(end(user, asked)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const ended = await end(user, message);
    expect(ended.poll?.closedAt).not.toBeNull();
    expect((await end(owner, message)).version).toBe(ended.version);
    await expect(choose(owner, message, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await notices(owner, channelId)).toHaveLength(1);
  });

  it('is not told of a poll that was deleted', async () => {
    const { user, owner, channelId, message } = await scene();
    await choose(user, message, 1);
    await runOut(message);
    const gone = await hearth.api.as(owner).call(deleteMessage, { params: { messageId: message.id } });
    expect(gone.poll).toBeUndefined();
    await hearth.get(PollEndings).endDue();
    expect(await notices(owner, channelId)).toEqual([]);
    await expect(choose(user, message, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
