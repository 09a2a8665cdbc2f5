import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deleteMessage,
  editMessage,
  getMessage,
  hideMessage,
  limits,
  listConversations,
  listEdits,
  listMarks,
  listMessages,
  listPins,
  listStarred,
  pinMessage,
  showMessage,
  starMessage,
  unpinMessage,
  unstarMessage,
  type Message,
} from '@hearth/contract';
import { actsOf } from '../../test/factories/acts.js';
import { buildDm } from '../../test/factories/conversations.js';
import { buildMember, buildOverwrite, buildPrivateChannel, buildServer } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { Snowflakes } from '../database/snowflakes.js';
import { MessagesService } from './messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = (user: TestUser, channelId: string, content = 'words') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const as = (user: TestUser) => hearth.api.as(user);
const of = ({ id: messageId }: Pick<Message, 'id'>) => ({ params: { messageId } });
const pinsOf = (user: TestUser, channelId: string, query = {}) => as(user).call(listPins, { params: { channelId }, query });
const contents = (messages: { content: string }[]) => messages.map(({ content }) => content);

/** Messages straight into the database. */
async function fill(user: TestUser, channelId: string, count: number, row: { pinnedAt?: Date } = {}): Promise<bigint[]> {
  const snowflakes = hearth.get(Snowflakes);
  const ids = Array.from({ length: count }, () => BigInt(snowflakes.next()));
  const where = { id: BigInt(channelId) };
  const { lastSeq, version } = await hearth.db.channel.update({
    where,
    data: { lastSeq: { increment: count }, version: { increment: count } },
  });
  const data = ids.map((id, index) => ({
    ...{ id, channelId: BigInt(channelId), authorId: BigInt(user.id), content: 'filled', ...row },
    ...{ seq: lastSeq - count + index + 1, version: version - count + index + 1 },
  }));
  await hearth.db.message.createMany({ data });
  return ids;
}

describe('pins', () => {
  it('are told to all with a notice, are listed from the last one on, and go again', async () => {
    const server = await buildServer(hearth);
    const { user } = await buildMember(hearth, { server });
    const channelId = server.general.id;
    const first = await send(user, channelId, 'first');
    const second = await send(user, channelId, 'second');
    const reader = await hearth.connect(user);
    const pinned = await as(server.owner).call(pinMessage, of(first));
    expect(pinned).toMatchObject({ id: first.id, pinnedAt: expect.any(String), version: 3 });
    expect(await reader.next('message:update')).toEqual({ channelId, version: 3, message: pinned });
    const notice = await reader.next('message:new');
    expect(notice.message).toMatchObject({ type: 'PIN', author: { id: server.owner.id }, details: { messageId: first.id, messageSeq: 1 } });
    await as(server.owner).call(pinMessage, of(second));
    const page = await pinsOf(user, channelId, { limit: '1' });
    expect(contents(page.messages)).toEqual(['second']);
    expect(contents((await pinsOf(user, channelId, { limit: '1', cursor: page.nextCursor ?? '' })).messages)).toEqual(['first']);
    expect((await pinsOf(user, channelId)).nextCursor).toBeNull();
    const unpinned = await as(server.owner).call(unpinMessage, of(second));
    expect(unpinned.pinnedAt).toBeNull();
    expect(contents((await pinsOf(user, channelId)).messages)).toEqual(['first']);
    const change = (key: string, value: string) => ({ key, before: null, after: value });
    expect(await actsOf(hearth, server, 'MESSAGE_PIN')).toMatchObject([
      { targetId: user.id, changes: [change('messageId', second.id), change('channelId', channelId)] },
      { targetId: user.id, changes: [change('messageId', first.id), change('channelId', channelId)] },
    ]);
    expect(await actsOf(hearth, server, 'MESSAGE_UNPIN')).toHaveLength(1);
  });

  it('change nothing and tell nobody the second time', async () => {
    const server = await buildServer(hearth);
    const message = await send(server.owner, server.general.id);
    const first = await as(server.owner).call(pinMessage, of(message));
    const socket = await hearth.connect(server.owner);
    expect(await as(server.owner).call(pinMessage, of(message))).toEqual(first);
    await socket.settle();
    expect([...socket.all('message:update'), ...socket.all('message:new')]).toEqual([]);
    await as(server.owner).call(unpinMessage, of(message));
    expect((await as(server.owner).call(unpinMessage, of(message))).pinnedAt).toBeNull();
  });

  it('are everybody’s in a conversation', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users;
    if (!one || !other) throw new Error('A DM has two');
    const message = await send(one, id);
    expect((await as(other).call(pinMessage, of(message))).pinnedAt).not.toBeNull();
    expect((await as(one).call(unpinMessage, of(message))).pinnedAt).toBeNull();
  });

  it('are not for notices, nor for what is deleted; deleting unpins', async () => {
    const server = await buildServer(hearth);
    const channelId = server.general.id;
    const message = await send(server.owner, channelId);
    await as(server.owner).call(pinMessage, of(message));
    const { messages } = await as(server.owner).call(listMessages, { params: { channelId } });
    const notice = messages.find(({ type }) => type === 'PIN');
    await expect(as(server.owner).call(pinMessage, of(notice ?? message))).rejects.toMatchObject({ code: 'VALIDATION' });
    await as(server.owner).call(deleteMessage, of(message));
    await expect(as(server.owner).call(pinMessage, of(message))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await pinsOf(server.owner, channelId)).messages).toEqual([]);
  });

  it('have a limit that many at once do not pass', async () => {
    const server = await buildServer(hearth);
    const channelId = server.general.id;
    await fill(server.owner, channelId, limits.pinsPerChannel - 1, { pinnedAt: new Date() });
    const last = await fill(server.owner, channelId, 4);
    // On two nodes: within one they stand in line anyway.
    const other = await startTestApp({ beside: hearth });
    try {
      const outcomes = await Promise.allSettled(
        last.map((id, index) => (index % 2 === 0 ? hearth : other).api.as(server.owner).call(pinMessage, of({ id: id.toString() }))),
      );
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(refused).toHaveLength(3);
      for (const reason of refused) expect(reason).toMatchObject({ code: 'LIMIT_REACHED' });
    } finally {
      await other.close();
    }
  });

  it.each(['x', '1', '1_x'])('have no page at %j', async (cursor) => {
    const server = await buildServer(hearth);
    await expect(pinsOf(server.owner, server.general.id, { cursor })).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

describe('stars', () => {
  it('are seen by the own devices alone, in messages and in the list', async () => {
    const { user, server } = await buildMember(hearth);
    const [first, second] = [await send(server.owner, server.general.id, 'first'), await send(server.owner, server.general.id, 'second')];
    const [desk, owner] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    await as(user).call(starMessage, of(first));
    const mark = { messageId: first.id, channelId: server.general.id, seq: 1, starred: true, hidden: false };
    expect(await desk.next('message:mark')).toEqual(mark);
    expect(await as(user).call(starMessage, of(first))).toEqual(mark);
    await as(user).call(starMessage, of(second));
    expect(await as(user).call(getMessage, of(first))).toMatchObject({ starred: true });
    expect(await as(server.owner).call(getMessage, of(first))).not.toHaveProperty('starred');
    const page = await as(user).call(listStarred, { query: { limit: '1' } });
    expect(page.starred).toMatchObject([{ message: { content: 'second', starred: true }, serverId: server.id, channelName: 'general' }]);
    const rest = await as(user).call(listStarred, { query: { cursor: page.nextCursor ?? '' } });
    expect(contents(rest.starred.map(({ message }) => message))).toEqual(['first']);
    await as(user).call(unstarMessage, of(first));
    expect(await as(user).call(unstarMessage, of(first))).toMatchObject({ starred: false });
    expect((await as(user).call(listStarred)).starred).toHaveLength(1);
    expect((await as(user).call(listMarks)).marks).toMatchObject([
      { messageId: first.id, starred: false },
      { messageId: second.id, starred: true },
    ]);
    await owner.settle();
    expect(owner.all('message:mark')).toEqual([]);
  });

  it('show only what one may still see', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL'] });
    const secret = await send(server.owner, hidden.id, 'secret');
    await as(user).call(starMessage, of(secret));
    expect((await as(user).call(listStarred)).starred).toHaveLength(1);
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, deny: ['VIEW_CHANNEL'] });
    expect((await as(user).call(listStarred)).starred).toEqual([]);
    await expect(as(user).call(unstarMessage, of(secret))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are gone with the message, and cannot be put on what is gone', async () => {
    const server = await buildServer(hearth);
    const message = await send(server.owner, server.general.id);
    await as(server.owner).call(starMessage, of(message));
    await as(server.owner).call(deleteMessage, of(message));
    expect((await as(server.owner).call(listStarred)).starred).toEqual([]);
    for (const route of [starMessage, hideMessage])
      await expect(as(server.owner).call(route, of(message))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await as(server.owner).call(unstarMessage, of(message))).toMatchObject({ starred: false });
  });

  it('have a limit', async () => {
    const server = await buildServer(hearth);
    const ids = await fill(server.owner, server.general.id, limits.starredPerUser);
    const userId = BigInt(server.owner.id);
    await hearth.db.messageMark.createMany({ data: ids.map((messageId) => ({ userId, messageId, starredAt: new Date() })) });
    const message = await send(server.owner, server.general.id);
    await expect(as(server.owner).call(starMessage, of(message))).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
    expect(await as(server.owner).call(hideMessage, of(message))).toMatchObject({ starred: false, hidden: true });
  });
});

describe('hidden messages', () => {
  it('are hidden from oneself alone, and what was said before shows in the list of conversations', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users;
    if (!one || !other) throw new Error('A DM has two');
    await send(one, id, 'before');
    const message = await send(one, id, 'spoiler');
    const [desk, theirs] = await Promise.all([hearth.connect(other), hearth.connect(one)]);
    const last = async (user: TestUser) => (await as(user).call(listConversations)).conversations[0]?.lastMessage?.content;
    await as(other).call(hideMessage, of(message));
    expect(await desk.next('message:mark')).toMatchObject({ messageId: message.id, seq: 2, hidden: true, starred: false });
    expect(await as(other).call(getMessage, of(message))).toMatchObject({ hidden: true });
    expect([await last(other), await last(one)]).toEqual(['before', 'spoiler']);
    expect((await hearth.connect(other)).ready.conversations[0]?.lastMessage?.content).toBe('before');
    await as(other).call(showMessage, of(message));
    expect(await last(other)).toBe('spoiler');
    expect(await as(other).call(getMessage, of(message))).not.toHaveProperty('hidden');
    await theirs.settle();
    expect(theirs.all('message:mark')).toEqual([]);
  });
});

describe('the history of a message', () => {
  const edit = (user: TestUser, message: Message, content: string) => as(user).call(editMessage, { ...of(message), body: { content } });
  const history = (user: TestUser, message: Message, query = {}) => as(user).call(listEdits, { ...of(message), query });

  it('is what it said before, the last first, for the author and those who look after messages', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: other } = await buildMember(hearth, { server });
    const message = await send(user, server.general.id, 'one');
    expect(await history(user, message)).toEqual({ edits: [], hasMore: false });
    const two = await edit(user, message, 'two');
    await edit(user, message, 'three');
    const { edits } = await history(user, message);
    expect(contents(edits)).toEqual(['two', 'one']);
    expect(edits.map(({ writtenAt }) => writtenAt)).toEqual([two.editedAt, message.createdAt]);
    const page = await history(server.owner, message, { limit: '1' });
    expect(page).toMatchObject({ edits: [{ content: 'two' }], hasMore: true });
    const rest = await history(server.owner, message, { before: String(page.edits[0]?.number) });
    expect(rest).toMatchObject({ edits: [{ content: 'one' }], hasMore: false });
    await expect(history(other, message)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('is everybody’s in a conversation, and gone with the message', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users;
    if (!one || !other) throw new Error('A DM has two');
    const message = await send(one, id, 'one');
    await edit(one, message, 'two');
    expect(contents((await history(other, message)).edits)).toEqual(['one']);
    await as(one).call(deleteMessage, of(message));
    expect((await history(other, message)).edits).toEqual([]);
  });

  it('is bounded: the oldest go', async () => {
    const server = await buildServer(hearth);
    const message = await send(server.owner, server.general.id, 'now');
    const writtenAt = new Date(message.createdAt);
    const data = Array.from({ length: limits.editsPerMessage }, (_, index) => ({
      ...{ messageId: BigInt(message.id), content: `version ${index}`, writtenAt },
      number: index - limits.editsPerMessage,
    }));
    await hearth.db.messageEdit.createMany({ data });
    await edit(server.owner, message, 'later');
    const kept = await hearth.db.messageEdit.findMany({ where: { messageId: BigInt(message.id) }, orderBy: { number: 'asc' } });
    expect(kept).toHaveLength(limits.editsPerMessage);
    expect([kept[0]?.content, kept.at(-1)?.content]).toEqual(['version 1', 'now']);
  });

  it('of two who edit at once on two nodes loses nothing', async () => {
    const server = await buildServer(hearth);
    const message = await send(server.owner, server.general.id, 'one');
    const other = await startTestApp({ beside: hearth });
    try {
      const edits = ['a', 'b', 'c', 'd'].map((content, index) =>
        (index % 2 === 0 ? hearth : other).api.as(server.owner).call(editMessage, { ...of(message), body: { content } }),
      );
      await Promise.all(edits);
      expect((await history(server.owner, message)).edits).toHaveLength(4);
    } finally {
      await other.close();
    }
  });
});
