import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteDraft, limits, listDrafts, saveDraft } from '@hearth/contract';
import { buildDm } from '../../test/factories/conversations.js';
import { buildMember, buildOverwrite, buildPrivateChannel } from '../../test/factories/servers.js';
import { buildUser, signIn, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { whileDeletingChannel } from '../../test/while-deleting.js';
import { Snowflakes } from '../database/snowflakes.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const save = (user: TestUser, channelId: string, content: string, replyToId?: string) =>
  hearth.api.as(user).call(saveDraft, { params: { channelId }, body: { content, replyToId } });
const list = async (user: TestUser) => (await hearth.api.as(user).call(listDrafts)).drafts;

async function buildWriter() {
  const { user, server } = await buildMember(hearth);
  return { user, server, channelId: server.general.id };
}

describe('drafts', () => {
  it('come to the own other devices, now and when they connect', async () => {
    const { user, server, channelId } = await buildWriter();
    const [desk, owner] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    const draft = await save(user, channelId, 'Half a sen', '42');
    expect(draft).toEqual({ channelId, content: 'Half a sen', replyToId: '42', updatedAt: expect.any(String) });
    expect(await desk.next('draft:update')).toEqual(draft);
    expect((await hearth.connect(await signIn(hearth, user))).ready.drafts).toEqual([draft]);
    await owner.settle();
    expect(owner.all('draft:update')).toEqual([]);
    expect(await list(server.owner)).toEqual([]);
  });

  it('are what was saved last, and each change is later than the one before', async () => {
    const { user, channelId } = await buildWriter();
    const saved = await Promise.all(['a', 'b', 'c', 'd'].map((content) => save(user, channelId, content)));
    const last = saved.reduce((one, other) => (one.updatedAt > other.updatedAt ? one : other));
    expect(new Set(saved.map(({ updatedAt }) => updatedAt)).size).toBe(4);
    expect(await list(user)).toEqual([last]);
  });

  it.each(['', ' \n '])('without text (%j) are none any more, which is told later than they were', async (content) => {
    const { user, channelId } = await buildWriter();
    const { updatedAt } = await save(user, channelId, 'words');
    const desk = await hearth.connect(user);
    const none = await save(user, channelId, content);
    expect(none).toMatchObject({ channelId, content: '', replyToId: null });
    expect(none.updatedAt > updatedAt).toBe(true);
    expect(await desk.next('draft:update')).toEqual(none);
    expect(await list(user)).toEqual([]);
  });

  it('are deleted once; again tells nobody', async () => {
    const { user, channelId } = await buildWriter();
    await save(user, channelId, 'words');
    const desk = await hearth.connect(user);
    const remove = () => hearth.api.as(user).call(deleteDraft, { params: { channelId } });
    await remove();
    expect(await desk.next('draft:update')).toMatchObject({ content: '' });
    await remove();
    await desk.settle();
    expect(desk.all('draft:update')).toHaveLength(1);
  });

  it('are listed from the newest on, of servers, DMs and groups', async () => {
    const { user, channelId } = await buildWriter();
    const direct = await buildDm(hearth, { one: user });
    await save(user, channelId, 'older');
    await save(user, direct.id, 'newer');
    expect((await list(user)).map(({ content }) => content)).toEqual(['newer', 'older']);
  });

  it('are not shown where access was lost, and are back with it', async () => {
    const { user, server } = await buildWriter();
    const hidden = await buildPrivateChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL'] });
    await save(user, hidden.id, 'secret');
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, deny: ['VIEW_CHANNEL'] });
    expect(await list(user)).toEqual([]);
    expect((await hearth.connect(user)).ready.drafts).toEqual([]);
    await expect(save(user, hidden.id, 'more')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL'] });
    expect(await list(user)).toMatchObject([{ content: 'secret' }]);
  });

  it('have a limit, which those that are there do not meet', async () => {
    const { user, channelId } = await buildWriter();
    await save(user, channelId, 'first');
    const snowflakes = hearth.get(Snowflakes);
    const ids = Array.from({ length: limits.draftsPerUser - 1 }, () => BigInt(snowflakes.next()));
    await hearth.db.channel.createMany({ data: ids.map((id) => ({ id, type: 'TEXT', name: 'c', position: 0 })) });
    await hearth.db.draft.createMany({
      data: ids.map((id) => ({ userId: BigInt(user.id), channelId: id, content: 'x', updatedAt: new Date() })),
    });
    await save(user, channelId, 'again');
    const direct = await buildDm(hearth, { one: user });
    await expect(save(user, direct.id, 'one more')).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it('are refused where the channel goes in the same moment', async () => {
    const { user, channelId } = await buildWriter();
    await whileDeletingChannel(hearth, channelId, async () => {
      await expect(save(user, channelId, 'words')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it.each([
    ['nothing', {}],
    ['a number', { content: 1 }],
    ['too much', { content: 'x'.repeat(limits.content + 1) }],
    ['NUL', { content: '\0' }],
    ['a reply to no id', { content: 'x', replyToId: 'y' }],
  ])('are refused as %s', async (_, body) => {
    const { user, channelId } = await buildWriter();
    const answer = await hearth.api.as(user).send('put', `/channels/${channelId}/draft`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });

  it('are nobody else’s business', async () => {
    const { user, channelId } = await buildWriter();
    await save(user, channelId, 'words');
    const stranger = await buildUser(hearth);
    await expect(save(stranger, channelId, 'mine')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await list(user)).toMatchObject([{ content: 'words' }]);
  });
});
