import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  createThread,
  getChannel,
  listAuditLog,
  listThreads,
  setForumTags,
  updateChannel,
  type Channel,
  type Request,
} from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildThread } from '../../test/factories/threads.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const setTags = async (caller: TestUser, { id }: Channel, tags: Request<typeof setForumTags>['body']['tags']) =>
  hearth.api.as(caller).call(setForumTags, { params: { channelId: id }, body: { tags } });
const post = (caller: TestUser, { id }: Channel, name: string, more: Partial<Request<typeof createThread>['body']> = {}) => {
  const body = { name, content: `about ${name}`, nonce: crypto.randomUUID(), ...more };
  return hearth.api.as(caller).call(createThread, { params: { channelId: id }, body });
};
const list = (caller: TestUser, { id }: Channel, query: Request<typeof listThreads>['query'] = {}) =>
  hearth.api.as(caller).call(listThreads, { params: { channelId: id }, query });
const namesOf = async (caller: TestUser, forum: Channel, query?: Request<typeof listThreads>['query']) =>
  (await list(caller, forum, query)).threads.map(({ channel }) => channel.name);
const auditOf = async ({ id, owner }: TestServer, forum: Channel) =>
  (await hearth.api.as(owner).call(listAuditLog, { params: { serverId: id }, query: { targetId: forum.id } })).entries;
const buildForum = (server: TestServer) => buildChannel(hearth, { server, type: 'FORUM', topic: 'Ask here' });

describe('the tags of a forum', () => {
  it('are set in their order by whoever manages it, and everybody hears of it', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    expect(forum).toMatchObject({ type: 'FORUM', topic: 'Ask here', forum: { tags: [], sort: 'ACTIVITY' } });
    const device = await hearth.connect(user);
    const first = await setTags(server.owner, forum, [
      { name: ' Question ', emoji: '❓' },
      { name: 'Solved', moderated: true },
    ]);
    const tags = first.forum?.tags ?? [];
    expect(tags).toMatchObject([
      { name: 'Question', emoji: '❓', moderated: false },
      { name: 'Solved', emoji: null, moderated: true },
    ]);
    expect(await device.next('channel:update')).toEqual(first);
    const [question, solved] = tags;
    const second = await setTags(server.owner, forum, [
      { id: solved?.id, name: 'Answered' },
      { id: question?.id, name: 'Question' },
    ]);
    expect(second.forum?.tags).toEqual([
      { id: solved?.id, name: 'Answered', emoji: null, moderated: false },
      { id: question?.id, name: 'Question', emoji: null, moderated: false },
    ]);
    expect(await hearth.api.as(user).call(getChannel, { params: { channelId: forum.id } })).toEqual(second);
    expect((await hearth.connect(user)).ready.servers[0]?.channels).toContainEqual(second);
    const entries = await auditOf(server, forum);
    expect(entries[0]).toMatchObject({ action: 'CHANNEL_UPDATE', changes: [{ key: 'tags' }] });
  });

  it('that stay as they are are no act: nobody hears of it, and the audit log does not tell', async () => {
    const server = await buildServer(hearth);
    const forum = await buildForum(server);
    const wanted = [
      { name: 'one', emoji: '❓' },
      { name: 'other', moderated: true },
    ];
    const set = await setTags(server.owner, forum, wanted);
    const device = await hearth.connect(server.owner);
    const before = await auditOf(server, forum);
    const same = wanted.map((tag, index) => ({ ...tag, id: set.forum?.tags[index]?.id }));
    expect(await setTags(server.owner, forum, same)).toEqual(set);
    await device.settle();
    expect(device.names()).toEqual([]);
    expect(await auditOf(server, forum)).toEqual(before);
    await setTags(server.owner, forum, wanted);
    expect(await auditOf(server, forum)).toHaveLength(before.length + 1);
    await setTags(server.owner, forum, []);
    await setTags(server.owner, forum, []);
    expect(await auditOf(server, forum)).toHaveLength(before.length + 2);
  });

  it('go from the posts that have them', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    const [one, other] = (await setTags(server.owner, forum, [{ name: 'one' }, { name: 'other' }])).forum?.tags ?? [];
    const tagged = await post(user, forum, 'tagged', { tagIds: [one?.id ?? '', other?.id ?? ''] });
    await setTags(server.owner, forum, [{ id: other?.id, name: 'other' }]);
    const now = await hearth.api.as(user).call(getChannel, { params: { channelId: tagged.id } });
    expect(now.thread?.tagIds).toEqual([other?.id]);
  });

  it('are those of a forum', async () => {
    const server = await buildServer(hearth);
    const [forum, another] = [await buildForum(server), await buildForum(server)];
    const [foreign] = (await setTags(server.owner, another, [{ name: 'x' }])).forum?.tags ?? [];
    const refused = setTags(server.owner, forum, [{ id: foreign?.id, name: 'x' }]);
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.tags.0.id' }] });
    await expect(setTags(server.owner, server.general, [])).rejects.toMatchObject({ code: 'VALIDATION' });
    const { user } = await buildMember(hearth, { server });
    await expect(setTags(user, forum, [])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it.each([
    [[{ name: '' }]],
    [[{ name: 'x'.repeat(21) }]],
    [[{ name: 'Same' }, { name: 'same' }]],
    [Array.from({ length: 21 }, (_, index) => ({ name: `tag ${index}` }))],
    [[{ name: 'x', moderated: 'yes' }]],
  ])('are refused when they are wrong: %j', async (tags) => {
    const server = await buildServer(hearth);
    const forum = await buildForum(server);
    const answer = await hearth.api.as(server.owner).send('put', `/channels/${forum.id}/tags`, { tags });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('a post', () => {
  it('is a thread with a first message, without a notice', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    const [tag] = (await setTags(server.owner, forum, [{ name: 'help' }])).forum?.tags ?? [];
    const device = await hearth.connect(server.owner);
    const made = await post(user, forum, 'How?', { tagIds: [tag?.id ?? ''] });
    expect(made).toMatchObject({ type: 'THREAD', parentId: forum.id, lastSeq: 1, slowmode: 0, thread: { tagIds: [tag?.id] } });
    expect(await device.next('channel:create')).toEqual(made);
    expect((await list(user, forum)).threads).toMatchObject([{ channel: made, joined: true, opening: { seq: 1, content: 'about How?' } }]);
    expect((await list(server.owner, forum)).threads).toMatchObject([{ joined: false }]);
  });

  it('needs a first message, and no message to begin at', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    const answer = await hearth.api.as(user).send('post', `/channels/${forum.id}/threads`, { name: 'x', messageId: '1' });
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.messageId' }] });
    const words = { content: 'x', nonce: crypto.randomUUID() };
    const refused = hearth.api.as(server.owner).call(createMessage, { params: { channelId: forum.id }, body: words });
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(post(user, forum, 'x', { tagIds: ['1'] })).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'body.tagIds' }],
    });
  });

  it('waits in slow mode, which is not that of what is written in it', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildChannel(hearth, { server, type: 'FORUM', slowmode: 60 });
    const first = await post(user, forum, 'one');
    expect(first.slowmode).toBe(0);
    await expect(post(user, forum, 'two')).rejects.toMatchObject({ code: 'SLOWMODE' });
    const [again] = [{ content: 'x', nonce: crypto.randomUUID() }];
    await hearth.api.as(user).call(createMessage, { params: { channelId: first.id }, body: again });
    expect((await post(server.owner, forum, 'three')).name).toBe('three');
  });

  it('shows nothing of before to whoever may not read the history', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    await buildThread(hearth, { owner: server.owner, parent: forum, name: 'old' });
    await buildOverwrite(hearth, { channel: forum, deny: ['READ_MESSAGE_HISTORY'] });
    expect((await list(user, forum)).threads).toMatchObject([{ opening: null }]);
  });
});

describe('the list of posts', () => {
  it('has pinned ones first, then in the order of the forum', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    const posts = [await post(user, forum, 'a'), await post(user, forum, 'b'), await post(user, forum, 'c')];
    const [a, b] = posts;
    const change = (channelId: string | undefined, body: Request<typeof updateChannel>['body']) =>
      hearth.api.as(server.owner).call(updateChannel, { params: { channelId: channelId ?? '' }, body });
    await hearth.api
      .as(user)
      .call(createMessage, { params: { channelId: a?.id ?? '' }, body: { content: 'up', nonce: crypto.randomUUID() } });
    expect(await namesOf(user, forum)).toEqual(['a', 'c', 'b']);
    expect((await change(forum.id, { sort: 'CREATION' })).forum?.sort).toBe('CREATION');
    expect(await namesOf(user, forum)).toEqual(['c', 'b', 'a']);
    await change(b?.id, { pinned: true });
    expect(await namesOf(user, forum)).toEqual(['b', 'c', 'a']);
    const first = await list(user, forum, { limit: '1' });
    expect(await namesOf(user, forum, { limit: '5', cursor: first.nextCursor ?? '' })).toEqual(['c', 'a']);
  });

  it('is narrowed to a tag and to words of the title', async () => {
    const { user, server } = await buildMember(hearth);
    const forum = await buildForum(server);
    const [tag] = (await setTags(server.owner, forum, [{ name: 'help' }])).forum?.tags ?? [];
    await post(user, forum, 'Glue for oak', { tagIds: [tag?.id ?? ''] });
    await post(user, forum, 'Oak from where?');
    expect(await namesOf(user, forum, { tagId: tag?.id ?? '' })).toEqual(['Glue for oak']);
    expect(await namesOf(user, forum, { query: 'oak' })).toEqual(['Oak from where?', 'Glue for oak']);
    expect(await namesOf(user, forum, { query: 'glue', tagId: tag?.id ?? '' })).toEqual(['Glue for oak']);
    expect(await namesOf(user, forum, { query: 'pine' })).toEqual([]);
  });
});
