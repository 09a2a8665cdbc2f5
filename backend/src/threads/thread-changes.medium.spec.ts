import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteChannel, getChannel, listAuditLog, setForumTags, updateChannel, type Channel, type Request } from '@hearth/contract';
import { buildChannel, buildMember, buildRole, type TestServer } from '../../test/factories/servers.js';
import { buildMessage, buildThread } from '../../test/factories/threads.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { ThreadKeeping } from './thread-keeping.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const update = (caller: TestUser, { id }: Channel, body: Request<typeof updateChannel>['body']) =>
  hearth.api.as(caller).call(updateChannel, { params: { channelId: id }, body });
const remove = (caller: TestUser, { id }: Channel) =>
  hearth.api.as(caller).call(deleteChannel, { params: { channelId: id }, query: { reason: 'off topic' } });
const get = (caller: TestUser, { id }: Channel) => hearth.api.as(caller).call(getChannel, { params: { channelId: id } });
const audit = async ({ id, owner }: TestServer, action: 'THREAD_UPDATE' | 'THREAD_DELETE') =>
  (await hearth.api.as(owner).call(listAuditLog, { params: { serverId: id }, query: { action } })).entries;

const setTags = (server: TestServer, forum: Channel, tags: Request<typeof setForumTags>['body']['tags']) =>
  hearth.api.as(server.owner).call(setForumTags, { params: { channelId: forum.id }, body: { tags } });

/** A post in a forum with a tag for all and one for moderators. */
async function buildPost() {
  const { user, server } = await buildMember(hearth);
  const forum = await buildChannel(hearth, { server, type: 'FORUM' });
  const [open, official] = (await setTags(server, forum, [{ name: 'open' }, { name: 'official', moderated: true }])).forum?.tags ?? [];
  const post = await buildThread(hearth, { owner: user, parent: forum });
  return { user, server, forum, post, open: open?.id ?? '', official: official?.id ?? '' };
}

describe('who began a thread', () => {
  it('renames it, archives it and takes it out again, and everybody hears of it', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const device = await hearth.connect(server.owner);
    const changed = await update(user, thread, { name: 'Better', autoArchive: 60, archived: true });
    expect(changed).toMatchObject({ name: 'Better', thread: { autoArchive: 60 } });
    expect(changed.thread?.archivedAt).not.toBeNull();
    expect(await device.next('channel:update')).toEqual(changed);
    const again = await update(user, thread, { archived: false });
    expect(again.thread?.archivedAt).toBeNull();
    expect(await update(user, thread, { name: 'Better' })).toEqual(again);
    await device.settle();
    expect(device.names()).toEqual(['channel:update', 'channel:update']);
    expect(await audit(server, 'THREAD_UPDATE')).toEqual([]);
  });

  it('finds it active for its whole time after taking it out of the archive', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const old = new Date(Date.now() - 9_000 * 60_000);
    await hearth.db.channel.update({ where: { id: BigInt(thread.id) }, data: { createdAt: old, lastMessageAt: old } });
    await hearth.get(ThreadKeeping).archiveIdle();
    const device = await hearth.connect(user);
    await update(user, thread, { archived: false });
    expect(await device.next('channel:join')).toMatchObject({ channel: { id: thread.id } });
    await hearth.get(ThreadKeeping).archiveIdle();
    expect((await get(user, thread)).thread?.archivedAt).toBeNull();
  });

  it.each([{ locked: true }, { slowmode: 5 }])('is no moderator of it: %j', async (body) => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    await expect(update(user, thread, body)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(remove(user, thread)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('does nothing with it while it is locked', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    await update(server.owner, thread, { locked: true, archived: true });
    for (const body of [{ name: 'mine' }, { archived: false }])
      await expect(update(user, thread, body)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });
});

describe('others', () => {
  it('may only take it out of the archive', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    for (const body of [{ name: 'mine' }, { archived: true }, { autoArchive: 60 as const }])
      await expect(update(user, thread, body)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await update(server.owner, thread, { archived: true });
    expect((await update(user, thread, { archived: false })).thread?.archivedAt).toBeNull();
  });

  it('with MANAGE_THREADS do everything, under their names in the audit log', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: moderator } = await buildMember(hearth, { server });
    await buildRole(hearth, { server, permissions: ['MANAGE_THREADS'], members: [moderator] });
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const device = await hearth.connect(user);
    const changed = await update(moderator, thread, { name: 'Calm', locked: true, slowmode: 60, reason: 'heated' });
    expect(changed).toMatchObject({ name: 'Calm', slowmode: 60, thread: { locked: true } });
    expect(await device.next('channel:update')).toEqual(changed);
    const refused = await device.emit('message:send', { channelId: thread.id, content: 'but', nonce: crypto.randomUUID() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'MISSING_PERMISSION' } });
    expect(await audit(server, 'THREAD_UPDATE')).toMatchObject([
      {
        actorId: moderator.id,
        targetId: thread.id,
        reason: 'heated',
        changes: [
          { key: 'name', before: 'thread', after: 'Calm' },
          { key: 'locked', before: false, after: true },
          { key: 'slowmode', before: 0, after: 60 },
        ],
      },
    ]);
  });

  it('delete nothing once that was taken from them, also where it is not known yet', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_THREADS'], members: [user] });
    await get(user, thread);
    await hearth.db.memberRole.deleteMany({ where: { roleId: BigInt(roleId) } });
    await hearth.db.server.update({ where: { id: BigInt(server.id) }, data: { accessVersion: { increment: 1 } } });
    await expect(remove(user, thread)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await get(server.owner, thread)).id).toBe(thread.id);
  });

  it('with MANAGE_THREADS delete it, and it is gone for all at once', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const device = await hearth.connect(user);
    await remove(server.owner, thread);
    expect(await device.next('channel:delete')).toEqual({ serverId: server.id, channelId: thread.id });
    await expect(get(user, thread)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const refused = await device.emit('message:send', { channelId: thread.id, content: 'but', nonce: crypto.randomUUID() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await audit(server, 'THREAD_DELETE')).toMatchObject([
      { actorId: server.owner.id, targetId: thread.id, targetName: 'thread', reason: 'off topic' },
    ]);
    await expect(remove(server.owner, thread)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('posts', () => {
  it('are tagged by their authors, but for what is moderated', async () => {
    const { user, server, post, open, official } = await buildPost();
    expect((await update(user, post, { tagIds: [open] })).thread?.tagIds).toEqual([open]);
    await expect(update(user, post, { tagIds: [open, official] })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await update(server.owner, post, { tagIds: [official] });
    await expect(update(user, post, { tagIds: [] })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await update(user, post, { tagIds: [official, open] })).thread?.tagIds).toEqual([official, open]);
    for (const tagIds of [['1'], [open, official, '1']])
      await expect(update(server.owner, post, { tagIds })).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.tagIds' }] });
  });

  it('are kept at the top by moderators, until they are archived', async () => {
    const { user, server, post } = await buildPost();
    await expect(update(user, post, { pinned: true })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await update(server.owner, post, { pinned: true })).thread?.pinnedAt).not.toBeNull();
    expect((await update(server.owner, post, { archived: true })).thread?.pinnedAt).toBeNull();
    expect((await update(server.owner, post, { archived: false, pinned: true })).thread?.pinnedAt).not.toBeNull();
    expect((await update(server.owner, post, { pinned: false })).thread?.pinnedAt).toBeNull();
  });

  it('alone have tags and a place at the top', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    for (const body of [{ pinned: true }, { tagIds: [] }])
      await expect(update(server.owner, thread, body)).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

it('gives the author of a thread no right over the messages of others', async () => {
  const { user, server } = await buildMember(hearth);
  const thread = await buildThread(hearth, { owner: user, parent: server.general });
  const { id } = await buildMessage(hearth, { author: server.owner, channelId: thread.id });
  const answer = await hearth.api.as(user).send('delete', `/messages/${id}`);
  expect(answer.body).toMatchObject({ code: 'MISSING_PERMISSION' });
});
