import { setImmediate } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findByTime, searchEverything, searchMessages, type Channel } from '@hearth/contract';
import { buildDm, buildFriends } from '../../test/factories/conversations.js';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildServer,
  type TestServer,
} from '../../test/factories/servers.js';
import { buildMessage, buildThread } from '../../test/factories/threads.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { MessagesService } from '../messages/messages.service.js';
import { MembersService } from '../servers/members/members.service.js';
import { IndexRepository } from './index.repository.js';
import { SearchIndexer } from './search-indexer.js';

let hearth: TestApp;
let server: TestServer;
let owner: TestUser;
let ada: TestUser;
beforeAll(async () => {
  hearth = await startTestApp();
  server = await buildServer(hearth);
  owner = server.owner;
  ada = (await buildMember(hearth, { server })).user;
});
afterAll(() => hearth.close());

type Query = Partial<{
  serverId: string;
  channelId: string;
  sort: 'newest' | 'oldest' | 'relevance';
  limit: string;
  cursor: string;
  zone: string;
}>;
const search = (user: TestUser, q: string, query: Query = {}) => hearth.api.as(user).call(searchMessages, { query: { q, ...query } });
const texts = async (user: TestUser, q: string, query: Query = {}) =>
  (await search(user, q, query)).hits.map(({ message }) => message.content);
/** A sender is answered a moment before the index hears of the message. */
async function indexed(): Promise<void> {
  await setImmediate();
  await hearth.get(SearchIndexer).settle();
}

const DAY = 24 * 3_600_000;
const OPEN_POLL = { multiple: false, expiresAt: null, closedAt: null, voters: 0, mine: [] };

/** A channel with these messages of the owner, in the index. */
async function channelWith(...contents: string[]): Promise<Channel> {
  const channel = await buildChannel(hearth, { server });
  for (const content of contents) await buildMessage(hearth, { author: owner, channelId: channel.id, content });
  await indexed();
  return channel;
}

describe('words', () => {
  it.each([
    ['English', 'We met at the Café Élan', ['cafe', 'CAFÉ elan', '"at the cafe"'], ['"the at"', 'caf elans']],
    ['Russian', 'Ёлку нарядили вчера вечером', ['елку', 'ВЧЕРА', 'нарядили вечером'], ['завтра']],
    ['Arabic', 'أَهْلاً وسهـلاً بكم في المدرسة', ['اهلا', 'المدرسه', 'وسهلا'], ['كتاب']],
    ['Persian', 'کتاب‌های فارسی ۱۲۳', ['كتابهاي', 'فارسي 123'], ['عربی']],
    ['Chinese', '我们明天去公园散步', ['明天', '公园', '去公园', '园'], ['明公']],
    ['Japanese', '明日は東京タワーに行きます', ['東京', 'タワー'], ['大阪']],
    ['Thai', 'พรุ่งนี้เราจะไปตลาดน้ำ', ['ตลาด', 'พรุ่งนี้'], ['ทะเล']],
    ['parts of words', 'The footballers were internationally known', ['ball', 'nation', 'footballers nation'], ['"ball"', 'balls']],
    ['links', 'see https://docs.example.org/guide', ['example.org', 'guide'], ['example.com']],
  ])('%s', async (_, content, found, missed) => {
    const { id: channelId } = await channelWith('something else', content);
    for (const q of found) expect([q, await texts(ada, q, { channelId })]).toEqual([q, [content]]);
    for (const q of missed) expect([q, await texts(ada, q, { channelId })]).toEqual([q, []]);
  });

  it('finds whole words where they fill a page, and parts of words too where they do not', async () => {
    const { id: channelId } = await channelWith('a ball', 'football', 'the ball again');
    expect(await search(ada, 'ball', { channelId, limit: '1' })).toMatchObject({ mode: 'words', hits: [{ highlights: [[4, 8]] }] });
    expect(await search(ada, 'ball', { channelId })).toMatchObject({ mode: 'parts', hits: [{}, { highlights: [[4, 8]] }, {}] });
    expect(await texts(ada, 'ball -again', { channelId })).toEqual(['football', 'a ball']);
  });

  it('shows what was said before and after', async () => {
    const { id: channelId } = await channelWith('first', 'the needle', 'last');
    const { hits } = await search(ada, 'needle', { channelId });
    expect(hits).toMatchObject([{ message: { content: 'the needle' }, before: { content: 'first' }, after: { content: 'last' } }]);
  });

  it('goes through pages in either order, each message once', async () => {
    const { id: channelId } = await channelWith(...Array.from({ length: 7 }, (_, index) => `page ${index}`));
    for (const sort of ['newest', 'oldest', 'relevance'] as const) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const { hits, nextCursor } = await search(ada, 'page', { channelId, sort, limit: '3', ...(cursor && { cursor }) });
        found.push(...hits.map(({ message }) => message.content));
        cursor = nextCursor ?? undefined;
      } while (cursor);
      expect(sort === 'oldest' ? found : found.toReversed()).toEqual(Array.from({ length: 7 }, (_, index) => `page ${index}`));
    }
  });

  it('puts what answers best first', async () => {
    const long = `red ${'and so many other words '.repeat(20)} fox`;
    const { id: channelId } = await channelWith('the red fox', long, 'a fox that is red');
    expect(await texts(ada, 'red fox', { channelId, sort: 'relevance' })).toEqual(['the red fox', 'a fox that is red', long]);
  });
});

describe('filters', () => {
  let channel: Channel;
  let filter: (q: string) => Promise<string[]>;
  beforeAll(async () => {
    channel = await channelWith('plain words', 'a https://example.org link', `hello <@${ada.id}>`);
    await buildMessage(hearth, { author: ada, channelId: channel.id, content: 'words of ada' });
    await indexed();
    filter = (q) => texts(owner, q, { channelId: channel.id });
  });

  it('from, has and mentions', async () => {
    expect(await filter(`from:${ada.username}`)).toEqual(['words of ada']);
    expect(await filter(`words -from:@${ada.username}`)).toEqual(['plain words']);
    expect(await filter(`from:${ada.id}`)).toEqual(['words of ada']);
    expect(await filter('from:me words')).toEqual(['plain words']);
    expect(await filter('from:nobody_has_that_name words')).toEqual([]);
    expect(await filter('has:link')).toEqual(['a https://example.org link']);
    expect(await filter('-has:link words')).toEqual(['words of ada', 'plain words']);
    expect(await filter(`mentions:${ada.username}`)).toEqual([`hello <@${ada.id}>`]);
    for (const q of ['has:image', 'has:video', 'has:file', 'has:embed', 'has:poll']) expect(await filter(q)).toEqual([]);
  });

  it('has, of previews and polls', async () => {
    const { id: channelId } = await channelWith('previewed', 'polled');
    const change = (seq: number, data: object) => hearth.db.message.updateMany({ where: { channelId: BigInt(channelId), seq }, data });
    await change(1, { embeds: [{ url: 'https://example.org', type: 'image', title: null, description: null, siteName: null }] });
    await change(2, { poll: { question: 'Tea or coffee?', answers: [{ id: 1, text: 'Oolong', votes: 0 }], ...OPEN_POLL } });
    await hearth.get(SearchIndexer).sweep();
    for (const q of ['has:embed', 'has:image']) expect(await texts(ada, q, { channelId })).toEqual(['previewed']);
    for (const q of ['has:poll', 'oolong', 'coffee']) expect(await texts(ada, q, { channelId })).toEqual(['polled']);
    await change(1, { embeds: [] });
    await hearth.get(SearchIndexer).sweep();
    expect(await texts(ada, 'has:embed', { channelId })).toEqual([]);
  });

  it('in: a channel or thread by its name, or a DM by that of the other one', async () => {
    const named = await buildChannel(hearth, { server, name: 'Tidal Ideas' });
    const thread = await buildThread(hearth, { owner: ada, parent: named, name: 'a thread', content: 'threaded marmalade' });
    const { one, other } = await buildFriends(hearth, { one: ada });
    const dm = await buildDm(hearth, { one, other });
    await buildMessage(hearth, { author: owner, channelId: named.id, content: 'marmalade' });
    await buildMessage(hearth, { author: other, channelId: dm.id, content: 'private marmalade' });
    await indexed();
    expect(await texts(ada, 'marmalade')).toEqual(['private marmalade', 'marmalade', 'threaded marmalade']);
    expect(await texts(ada, 'marmalade in:"tidal ideas"')).toEqual(['marmalade', 'threaded marmalade']);
    expect(await texts(ada, 'marmalade in:"a thread"')).toEqual(['threaded marmalade']);
    expect(await texts(ada, `marmalade in:#${named.id}`)).toEqual(['marmalade', 'threaded marmalade']);
    expect(await texts(ada, `marmalade in:@${other.username}`)).toEqual(['private marmalade']);
    expect(await texts(ada, 'marmalade', { channelId: thread.id })).toEqual(['threaded marmalade']);
    expect(await texts(owner, 'marmalade')).toEqual(['marmalade', 'threaded marmalade']);
  });

  it('before, after and is:pinned', async () => {
    expect(await filter('words before:2026')).toEqual([]);
    expect(await filter('words after:2025 before:2100')).toEqual(['words of ada', 'plain words']);
    expect(await filter('words after:today')).toEqual([]);
    const [{ message } = { message: null }] = (await search(owner, 'plain', { channelId: channel.id })).hits;
    await hearth.db.message.update({ where: { id: BigInt(message?.id ?? 0) }, data: { pinnedAt: new Date() } });
    await hearth.get(SearchIndexer).sweep();
    expect(await filter('is:pinned')).toEqual(['plain words']);
    expect(await filter('words -is:pinned')).toEqual(['words of ada']);
    await hearth.db.message.update({ where: { id: BigInt(message?.id ?? 0) }, data: { pinnedAt: null } });
    expect(await filter('is:pinned')).toEqual([]);
  });

  it.each(['before:soon', 'has:cheese', 'from:', 'is:large'])('refuses %s', async (q) => {
    await expect(search(ada, q)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.q' }] });
  });

  it('refuses what is no query', async () => {
    for (const query of [
      { q: '' },
      { q: 'x'.repeat(600) },
      { q: 'x', zone: 'Moon/Base' },
      { q: 'x', cursor: 'e30' },
      { q: 'x', limit: '51' },
    ])
      await expect(hearth.api.as(ada).call(searchMessages, { query })).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(await texts(ada, '!!!')).toEqual([]);
  });
});

describe('what changes', () => {
  it('leaves at once when it is edited or deleted, and comes back with its new text', async () => {
    const channel = await buildChannel(hearth, { server });
    const edited = await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'walrus' });
    const deleted = await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'walrus too' });
    await indexed();
    expect(await texts(ada, 'walrus', { channelId: channel.id })).toEqual(['walrus too', 'walrus']);
    await hearth.get(MessagesService).edit(owner, edited.id, 'ocelot');
    await hearth.get(MessagesService).remove(owner, deleted.id);
    expect(await texts(ada, 'walrus', { channelId: channel.id })).toEqual([]);
    await indexed();
    expect(await texts(ada, 'ocelot', { channelId: channel.id })).toEqual(['ocelot']);
    expect(await hearth.db.messageSearch.count({ where: { id: BigInt(deleted.id) } })).toBe(0);
  });

  it('is not found by an index that was filled before the change', async () => {
    const channel = await channelWith('the old heron');
    await hearth.db.$executeRaw`ALTER TABLE messages DISABLE TRIGGER message_search_follow`;
    await hearth.db.message.updateMany({ where: { channelId: BigInt(channel.id) }, data: { content: 'x', editedAt: new Date() } });
    await hearth.db.$executeRaw`ALTER TABLE messages ENABLE TRIGGER message_search_follow`;
    expect(await texts(ada, 'heron', { channelId: channel.id })).toEqual([]);
  });

  it('is swept up when the node that stored it did not live to index it, and goes with its channel', async () => {
    const channel = await channelWith('kept');
    const { id } = await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'lost otter' });
    await indexed();
    // As if the node had ended: its message is in no index.
    await hearth.db.messageSearch.deleteMany({ where: { id: BigInt(id) } });
    await hearth.db.message.updateMany({ where: { id: BigInt(id) }, data: { content: 'lost badger' } });
    await hearth.get(SearchIndexer).sweep();
    expect(await texts(ada, 'badger', { channelId: channel.id })).toEqual(['lost badger']);
    await hearth.db.channel.delete({ where: { id: BigInt(channel.id) } });
    expect(await hearth.db.messageSearch.count({ where: { homeId: BigInt(channel.id) } })).toBe(0);
  });

  it('leaves no word behind that nobody says any more', async () => {
    const channel = await buildChannel(hearth, { server });
    const { id } = await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'quetzalcoatlus near wallabies' });
    await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'wallabies' });
    await indexed();
    expect(await texts(ada, 'coatl', { channelId: channel.id })).toHaveLength(1);
    await hearth.get(MessagesService).remove(owner, id);
    await indexed();
    const words = { word: { in: ['quetzalcoatlus', 'wallabies'] } };
    await hearth.get(IndexRepository).forgetWords();
    expect(await hearth.db.searchWord.count({ where: words })).toBe(2);
    await hearth.db.searchWord.updateMany({ where: words, data: { seenAt: new Date(Date.now() - 2 * DAY) } });
    await hearth.get(IndexRepository).forgetWords();
    expect(await hearth.db.searchWord.findMany({ where: words, select: { word: true } })).toEqual([{ word: 'wallabies' }]);
    expect(await texts(ada, 'allabi', { channelId: channel.id })).toEqual(['wallabies']);
  });

  it('is found from an old history that was there before the index', async () => {
    const channel = await channelWith();
    const id = 4_194_304_000n + BigInt(Math.floor(Math.random() * 1e6));
    await hearth.db.searchState.updateMany({ data: { sweptTo: 0n } });
    await hearth.db.message.create({
      data: {
        id,
        channelId: BigInt(channel.id),
        seq: 1,
        version: 1,
        authorId: BigInt(owner.id),
        content: 'ancient lemur',
        nonce: randomUUID(),
      },
    });
    await hearth.get(SearchIndexer).sweep();
    expect(await texts(ada, 'lemur', { channelId: channel.id })).toEqual(['ancient lemur']);
  });
});

describe('only what the searcher may see', () => {
  it('nothing of private channels, of servers one is not in or has left, nor of the conversations of others', async () => {
    const hidden = await buildPrivateChannel(hearth, { server });
    const { one, other, id } = await buildDmOf();
    await buildMessage(hearth, { author: owner, channelId: hidden.id, content: 'secret pangolin' });
    await buildThread(hearth, { owner, parent: hidden, content: 'threaded pangolin' });
    await buildMessage(hearth, { author: one, channelId: id, content: 'direct pangolin' });
    await buildMessage(hearth, { author: owner, channelId: server.general.id, content: 'open pangolin' });
    await indexed();
    expect(await texts(owner, 'pangolin')).toEqual(['open pangolin', 'threaded pangolin', 'secret pangolin']);
    expect(await texts(other, 'pangolin')).toEqual(['direct pangolin']);
    const guest = (await buildMember(hearth, { server })).user;
    expect(await texts(guest, 'pangolin')).toEqual(['open pangolin']);
    expect(await texts(guest, 'pangolin', { serverId: server.id })).toEqual(['open pangolin']);
    await expect(search(guest, 'pangolin', { channelId: hidden.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(search(guest, 'pangolin', { channelId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildOverwrite(hearth, { channel: hidden, userId: guest.id, allow: ['VIEW_CHANNEL'] });
    expect(await texts(guest, 'pangolin')).toHaveLength(3);
    await hearth.get(MembersService).kick(owner, server.id, guest.id);
    expect(await texts(guest, 'pangolin')).toEqual([]);
    await expect(search(guest, 'pangolin', { serverId: server.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('nothing from before one came in, without READ_MESSAGE_HISTORY, not even beside a match', async () => {
    const channel = await channelWith('early numbat', 'also early');
    await buildOverwrite(hearth, { channel, deny: ['READ_MESSAGE_HISTORY'] });
    const late = (await buildMember(hearth, { server })).user;
    await buildMessage(hearth, { author: owner, channelId: channel.id, content: 'late numbat' });
    await indexed();
    const { hits } = await search(late, 'numbat', { channelId: channel.id });
    expect(hits).toMatchObject([{ message: { content: 'late numbat' }, before: null }]);
    expect(await texts(owner, 'numbat', { channelId: channel.id })).toEqual(['late numbat', 'early numbat']);
  });

  it('nothing that one has hidden from oneself', async () => {
    const channel = await channelWith('a quokka', 'a wombat');
    const [{ message } = { message: null }] = (await search(ada, 'quokka', { channelId: channel.id })).hits;
    await hearth.db.messageMark.create({ data: { userId: BigInt(ada.id), messageId: BigInt(message?.id ?? 0), hiddenAt: new Date() } });
    expect(await texts(ada, 'quokka', { channelId: channel.id })).toEqual([]);
    expect((await search(ada, 'wombat', { channelId: channel.id })).hits).toMatchObject([{ before: null }]);
    expect((await search(owner, 'wombat', { channelId: channel.id })).hits).toMatchObject([{ before: { content: 'a quokka' } }]);
    expect(await texts(owner, 'quokka', { channelId: channel.id })).toEqual(['a quokka']);
  });

  async function buildDmOf() {
    const dm = await buildDm(hearth);
    const [one, other] = dm.users as [TestUser, TestUser];
    return { one, other, id: dm.id };
  }
});

describe('by name', () => {
  const find = (user: TestUser, q: string) => hearth.api.as(user).call(searchEverything, { query: { q } });

  it('channels, threads and servers that one sees, and people whom one may know', async () => {
    const place = await buildServer(hearth, { owner, name: 'Zebrafish Club' });
    const open = await buildChannel(hearth, { server: place, name: 'all-zebrafish' });
    const hidden = await buildPrivateChannel(hearth, { server: place, name: 'zebrafish-staff' });
    const thread = await buildThread(hearth, { owner, parent: open, name: 'Zebrafish of the day' });
    const friend = (await buildMember(hearth, { server: place, user: await buildUser(hearth, { displayName: 'Zebrafish fan' }) })).user;
    const mine = await find(owner, 'zebrafish');
    expect(mine.servers.map(({ name }) => name)).toEqual(['Zebrafish Club']);
    expect(mine.channels.map(({ id }) => id)).toEqual([thread.id, hidden.id, open.id]);
    expect(mine.users.map(({ id }) => id)).toEqual([friend.id]);
    expect((await find(friend, 'ZEBRA')).channels.map(({ id }) => id)).toEqual([thread.id, open.id]);
    expect(await find(ada, 'zebrafish')).toEqual({ users: [], channels: [], servers: [] });
    expect((await find(owner, '%')).channels).toEqual([]);
  });
});

describe('by time', () => {
  it('finds the first message from a time on, or the last one', async () => {
    const channel = await channelWith('one', 'two', 'three', 'four');
    for (const seq of [1, 2, 3, 4])
      await hearth.db.message.updateMany({
        where: { channelId: BigInt(channel.id), seq },
        data: { createdAt: new Date(Date.UTC(2026, 0, seq)) },
      });
    const at = async (user: TestUser, day: number, channelId = channel.id) =>
      (await hearth.api.as(user).call(findByTime, { params: { channelId }, query: { at: new Date(Date.UTC(2026, 0, day)).toISOString() } }))
        .seq;
    expect(await Promise.all([0, 1, 2, 3, 4, 9].map((day) => at(ada, day)))).toEqual([1, 1, 2, 3, 4, 4]);
    const empty = await buildChannel(hearth, { server });
    expect(await at(ada, 1, empty.id)).toBeNull();
    await expect(at(await buildUser(hearth), 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(hearth.api.as(ada).call(findByTime, { params: { channelId: channel.id }, query: { at: 'noon' } })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });
});
