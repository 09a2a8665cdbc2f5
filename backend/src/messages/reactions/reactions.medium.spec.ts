import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addReaction,
  clearReactions,
  deleteMessage,
  getMessage,
  limits,
  listChanges,
  listReactions,
  removeReaction,
  type Message,
} from '@hearth/contract';
import { buildCrowd } from '../../../test/factories/crowd.js';
import { buildMessage } from '../../../test/factories/threads.js';
import { buildMember, buildOverwrite, buildRole } from '../../../test/factories/servers.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import type { TestUser } from '../../../test/factories/users.js';
import { ReactionsService } from './reactions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const FACES = Array.from({ length: limits.reactionKinds + 5 }, (_, index) => String.fromCodePoint(0x1f600 + index));

const react = (user: TestUser, { id }: Message, emoji: string) =>
  hearth.api.as(user).call(addReaction, { params: { messageId: id, emoji } });
const takeBack = (user: TestUser, { id }: Message, emoji: string, userId?: string) =>
  hearth.api.as(user).call(removeReaction, { params: { messageId: id, emoji }, query: userId === undefined ? {} : { userId } });
const look = (user: TestUser, { id }: Message) => hearth.api.as(user).call(getMessage, { params: { messageId: id } });
const service = () => hearth.get(ReactionsService);
const callerOf = (userId: string) => ({ userId, sessionId: '' });

async function scene() {
  const { user, server } = await buildMember(hearth);
  const message = await buildMessage(hearth, { author: server.owner, channelId: server.general.id });
  return { user, server, owner: server.owner, message };
}

describe('reactions', () => {
  it('are counted in the order of their first use, and tell each reader of their own', async () => {
    const { user, owner, message } = await scene();
    await react(user, message, '🎉');
    await react(owner, message, '❤');
    const mine = await react(owner, message, '🎉');
    expect(mine.reactions).toEqual([
      { emoji: '🎉', count: 2, me: true },
      { emoji: '❤️', count: 1, me: true },
    ]);
    expect((await look(user, message)).reactions.map(({ me }) => me)).toEqual([true, false]);
    const left = await takeBack(user, message, '🎉');
    expect(left.reactions).toEqual([
      { emoji: '🎉', count: 1, me: false },
      { emoji: '❤️', count: 1, me: false },
    ]);
    expect((await takeBack(owner, message, '🎉')).reactions).toEqual([{ emoji: '❤️', count: 1, me: true }]);
    expect((await takeBack(owner, message, '❤️')).reactions).toEqual([]);
    expect(await hearth.db.reaction.count({ where: { messageId: BigInt(message.id) } })).toBe(0);
  });

  it('twice are once: nothing changes, no version is raised, nobody is told', async () => {
    const { user, server, message } = await scene();
    const once = await react(user, message, '👍');
    const socket = await hearth.connect(server.owner);
    const again = await react(user, message, '👍');
    expect(again).toEqual(once);
    await takeBack(user, message, '👎');
    await socket.settle();
    expect(socket.names()).toEqual([]);
    const { version } = await hearth.db.channel.findUniqueOrThrow({ where: { id: BigInt(server.general.id) } });
    expect(version).toBe(once.version);
  });

  it('are told to all with who reacted, and found again by version', async () => {
    const { user, server, owner, message } = await scene();
    const socket = await hearth.connect(owner);
    const device = await hearth.connect(user);
    expect(await device.emit('reaction:add', { messageId: message.id, emoji: '🔥' })).toMatchObject({ ok: true });
    expect(await socket.next('message:update')).toMatchObject({
      version: 2,
      message: { reactions: [{ emoji: '🔥', count: 1, me: false }] },
      actor: { userId: user.id, reactions: ['🔥'] },
    });
    const changes = await hearth.api.as(user).call(listChanges, { params: { channelId: server.general.id }, query: { after: '1' } });
    expect(changes).toMatchObject({ messages: [{ id: message.id, reactions: [{ emoji: '🔥', count: 1, me: true }] }] });
    expect(await device.emit('reaction:remove', { messageId: message.id, emoji: '🔥' })).toMatchObject({ ok: true, data: { version: 3 } });
    expect(await socket.next('message:update')).toMatchObject({ version: 3, actor: { userId: user.id, reactions: [] } });
  });

  it('of fifty people at once are all counted', async () => {
    const { server, owner, message } = await scene();
    const crowd = await buildCrowd(hearth, server, 50);
    await Promise.all(crowd.map((userId, index) => service().add(callerOf(userId), message.id, index % 2 ? '🎉' : '❤️')));
    await Promise.all(crowd.slice(0, 10).map((userId) => service().remove(callerOf(userId), message.id, '🎉')));
    const { reactions, version } = await look(owner, message);
    expect(reactions.toSorted((one, other) => other.count - one.count)).toEqual([
      { emoji: '❤️', count: 25, me: false },
      { emoji: '🎉', count: 20, me: false },
    ]);
    expect(version).toBe(1 + 50 + 5);
  });

  it('are of twenty kinds at most, whoever is faster; those that are there still take others', async () => {
    const { user, owner, message } = await scene();
    const outcomes = await Promise.allSettled(FACES.map((emoji) => service().add(owner, message.id, emoji)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(limits.reactionKinds);
    const [first] = (await look(user, message)).reactions;
    await expect(react(user, message, '🦥')).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
    expect((await react(user, message, first?.emoji ?? '')).reactions[0]).toMatchObject({ count: 2, me: true });
  });

  it('say who reacted, page by page', async () => {
    const { user, owner, message } = await scene();
    for (const one of [user, owner]) await react(one, message, '👀');
    const read = (query: object) => hearth.api.as(user).call(listReactions, { params: { messageId: message.id, emoji: '👀' }, query });
    const [lower, higher] = [user, owner].sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
    expect(await read({ limit: '1' })).toMatchObject({ users: [{ id: lower?.id, username: lower?.username }], hasMore: true });
    expect(await read({ after: lower?.id })).toMatchObject({ users: [{ id: higher?.id }], hasMore: false });
    const other = await hearth.api.as(user).call(listReactions, { params: { messageId: message.id, emoji: '🎉' } });
    expect(other).toEqual({ users: [], hasMore: false });
  });

  it('go with their message', async () => {
    const { user, owner, message } = await scene();
    await react(user, message, '👀');
    const gone = await hearth.api.as(owner).call(deleteMessage, { params: { messageId: message.id } });
    expect(gone.reactions).toEqual([]);
    expect(await hearth.db.reaction.count({ where: { messageId: BigInt(message.id) } })).toBe(0);
    await expect(react(user, message, '👀')).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(takeBack(user, message, '👀')).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('who may', () => {
  it('without ADD_REACTIONS only joins a kind that is there', async () => {
    const { user, server, owner, message } = await scene();
    await buildOverwrite(hearth, { channel: server.general, deny: ['ADD_REACTIONS'] });
    await expect(react(user, message, '👍')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await react(owner, message, '👍');
    expect((await react(user, message, '👍')).reactions).toEqual([{ emoji: '👍', count: 2, me: true }]);
  });

  it('with MANAGE_MESSAGES takes away those of others, of one kind, and all', async () => {
    const { user, server, owner, message } = await scene();
    const { user: moderator } = await buildMember(hearth, { server });
    await buildRole(hearth, { server, permissions: ['MANAGE_MESSAGES'], members: [moderator] });
    const clear = (by: TestUser, query: { emoji?: string }) =>
      hearth.api.as(by).call(clearReactions, { params: { messageId: message.id }, query });
    for (const emoji of ['👍', '🎉', '👀']) for (const one of [user, owner]) await react(one, message, emoji);
    await expect(takeBack(user, message, '👍', owner.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(clear(user, {})).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const device = await hearth.connect(user);
    expect((await takeBack(moderator, message, '👍', user.id)).reactions[0]).toMatchObject({ emoji: '👍', count: 1 });
    expect(await device.next('message:update')).toMatchObject({ actor: { userId: user.id, reactions: ['🎉', '👀'] } });
    expect((await clear(moderator, { emoji: '🎉' })).reactions.map(({ emoji }) => emoji)).toEqual(['👍', '👀']);
    const { version, reactions } = await clear(moderator, {});
    expect(reactions).toEqual([]);
    expect((await clear(moderator, {})).version).toBe(version);
  });

  it.each(['a', '%20', ':smile:', '😀😀'])('refuses %s, which is no emoji', async (emoji) => {
    const { user, message } = await scene();
    await expect(react(user, message, emoji)).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});
