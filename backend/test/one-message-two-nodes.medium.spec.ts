import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, limits, type Message, type PollInput } from '@hearth/contract';
import { MessagesService } from '../src/messages/messages.service.js';
import { PollEndings } from '../src/messages/polls/poll-endings.js';
import { PollsService } from '../src/messages/polls/polls.service.js';
import { ReactionsService } from '../src/messages/reactions/reactions.service.js';
import { buildCrowd } from './factories/crowd.js';
import { buildServer, type TestServer } from './factories/servers.js';
import { buildMessage } from './factories/threads.js';
import { startTestApp, type TestApp } from './harness.js';

/** Two nodes that change one message at the same time: only the database stands between them. */
let nodes: [TestApp, TestApp];
let server: TestServer;
let crowd: string[];

beforeAll(async () => {
  const one = await startTestApp();
  nodes = [one, await startTestApp({ beside: one })];
  server = await buildServer(one);
  crowd = await buildCrowd(one, server, 30);
}, 60_000);

afterAll(async () => {
  const [one, other] = nodes;
  await other.close();
  await one.close();
}, 60_000);

const LUNCH: PollInput = { question: 'Lunch?', answers: [{ text: 'Soup' }, { text: 'Salad' }] };
const FACES = Array.from({ length: limits.reactionKinds + 10 }, (_, index) => String.fromCodePoint(0x1f600 + index));

const callerOf = (userId: string) => ({ userId, sessionId: '' });
const node = (index: number): TestApp => nodes[index % 2 === 0 ? 0 : 1];
const reactions = (index: number) => node(index).get(ReactionsService);
const say = () => buildMessage(node(0), { author: server.owner, channelId: server.general.id });

/** What the crowd does at once, everybody on one of the nodes: how it went for each. */
const atOnce = (act: (userId: string, index: number) => Promise<Message>) => Promise.allSettled(crowd.map(act));
const done = (outcomes: PromiseSettledResult<Message>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
const refusals = (outcomes: PromiseSettledResult<Message>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as { code: string }] : [])).map(({ code }) => code);

/** The kinds with their counts as the message has them, beside those that its rows make. */
async function kept({ id }: Message): Promise<{ said: Record<string, number>; rows: Record<string, number> }> {
  const { db } = node(0);
  const message = await db.message.findUniqueOrThrow({ where: { id: BigInt(id) } });
  const rows = await db.reaction.groupBy({ by: ['emoji'], where: { messageId: BigInt(id) }, _count: true });
  const kinds = (message.reactions ?? []) as unknown as { emoji: string; count: number }[];
  return {
    said: Object.fromEntries(kinds.map(({ emoji, count }) => [emoji, count])),
    rows: Object.fromEntries(rows.map(({ emoji, _count }) => [emoji, _count])),
  };
}

describe('reactions on two nodes at once', () => {
  it('are of twenty kinds at most, and none is lost', async () => {
    const message = await say();
    const outcomes = await atOnce((userId, index) => reactions(index).add(callerOf(userId), message.id, FACES[index] ?? ''));
    expect(done(outcomes)).toHaveLength(limits.reactionKinds);
    expect(new Set(refusals(outcomes))).toEqual(new Set(['LIMIT_REACHED']));
    const { said, rows } = await kept(message);
    expect(Object.keys(rows)).toHaveLength(limits.reactionKinds);
    expect(said).toEqual(rows);
  });

  it('of one kind are counted as they come and go', async () => {
    const message = await say();
    const added = done(await atOnce((userId, index) => reactions(index).add(callerOf(userId), message.id, '🎉')));
    expect((await kept(message)).said).toEqual({ '🎉': crowd.length });
    const changed = done(
      await atOnce((userId, index) =>
        index < 10 ? reactions(index).add(callerOf(userId), message.id, '🔥') : reactions(index).remove(callerOf(userId), message.id, '🎉'),
      ),
    );
    expect(await kept(message)).toEqual({ said: { '🎉': 10, '🔥': 10 }, rows: { '🎉': 10, '🔥': 10 } });
    const versions = [...added, ...changed].map(({ version }) => version);
    expect(new Set(versions).size).toBe(2 * crowd.length);
  });

  it('are what their rows say, also where a moderator takes all away meanwhile', async () => {
    const message = await say();
    const outcomes = await atOnce((userId, index) =>
      index % 5 === 4
        ? reactions(index).clear(callerOf(server.owner.id), message.id, null)
        : reactions(index).add(callerOf(userId), message.id, FACES[index % 3] ?? ''),
    );
    expect(refusals(outcomes)).toEqual([]);
    const { said, rows } = await kept(message);
    expect(said).toEqual(rows);
  });

  it('leave nothing on a message that the other one deletes', async () => {
    const message = await say();
    const outcomes = await atOnce((userId, index) =>
      index === 11
        ? node(index).get(MessagesService).remove(callerOf(server.owner.id), message.id)
        : reactions(index).add(callerOf(userId), message.id, FACES[index % 3] ?? ''),
    );
    expect(refusals(outcomes).filter((code) => code !== 'CONFLICT')).toEqual([]);
    expect(await kept(message)).toEqual({ said: {}, rows: {} });
  });
});

describe('a poll that one node ends while people vote on both', () => {
  it('has the votes from before its end, all of them and no others, and one notice', async () => {
    const ask = { params: { channelId: server.general.id }, body: { nonce: randomUUID(), poll: LUNCH } };
    const message = await node(0).api.as(server.owner).call(createMessage, ask);
    const owner = callerOf(server.owner.id);
    await node(1).get(PollsService).vote(owner, message.id, [1]);
    const endings: Promise<Message>[] = [];
    const outcomes = await atOnce((userId, index) => {
      if (index === 12 || index === 13) endings.push(node(index).get(PollsService).end(owner, message.id));
      return node(index)
        .get(PollsService)
        .vote(callerOf(userId), message.id, [1 + (index % 2)]);
    });
    const [ended] = await Promise.all(endings);
    await Promise.all(nodes.map((each) => each.get(PollEndings).endDue()));

    const voted = done(outcomes);
    expect(refusals(outcomes).filter((code) => code !== 'CONFLICT')).toEqual([]);
    const { poll } = await node(0).get(MessagesService).get(owner, message.id);
    expect(poll).toMatchObject({ closedAt: ended?.poll?.closedAt, voters: 1 + voted.length });
    const rows = await node(0).db.pollVote.groupBy({ by: ['answer'], where: { messageId: BigInt(message.id) }, _count: true });
    expect(Object.fromEntries(rows.map(({ answer, _count }) => [answer, _count]))).toEqual(
      Object.fromEntries((poll?.answers ?? []).filter(({ votes }) => votes > 0).map(({ id, votes }) => [id, votes])),
    );
    const notices = await node(0).db.message.count({ where: { channelId: BigInt(server.general.id), type: 'POLL_RESULT' } });
    expect(notices).toBe(1);
  });
});
