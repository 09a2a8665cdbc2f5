import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteMessage, editMessage, forwardMessage, limits, listMessages, pinMessage, type Message } from '@hearth/contract';
import { buildDm } from '../../../test/factories/conversations.js';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = (user: TestUser, channelId: string, content = 'words') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const forward = (
  user: TestUser,
  { id: messageId }: Pick<Message, 'id'>,
  channelIds: string[],
  more: { content?: string; nonce?: string } = {},
) => hearth.api.as(user).call(forwardMessage, { params: { messageId }, body: { channelIds, nonce: randomUUID(), ...more } });
const inChannel = async (user: TestUser, channelId: string) =>
  (await hearth.api.as(user).call(listMessages, { params: { channelId } })).messages;

async function buildPlaces() {
  const { user, server } = await buildMember(hearth);
  const target = await buildChannel(hearth, { server });
  return { user, server, sourceId: server.general.id, target };
}

describe('forwarding', () => {
  it('copies what was said with where it comes from, and says the comment after it', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const direct = await buildDm(hearth, { one: user });
    const message = await send(server.owner, sourceId, 'Listen, **all**');
    const reader = await hearth.connect(server.owner);
    const { results } = await forward(user, message, [target.id, direct.id], { content: 'Look' });
    const origin = { channelId: sourceId, serverId: server.id, messageId: message.id, seq: message.seq, createdAt: message.createdAt };
    const forwarded = { type: 'FORWARD', content: 'Listen, **all**', author: { id: user.id }, forward: origin, editedAt: null };
    expect(results).toMatchObject([
      { channelId: target.id, message: forwarded, problem: null },
      { channelId: direct.id, message: forwarded, problem: null },
    ]);
    expect((await reader.next('message:new')).message).toEqual(results[0]?.message);
    expect((await inChannel(user, target.id)).map(({ content }) => content)).toEqual(['Listen, **all**', 'Look']);
  });

  it('keeps the first origin of what was forwarded before', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const message = await send(user, sourceId);
    const [first] = (await forward(user, message, [target.id])).results;
    const [second] = (await forward(user, first?.message ?? message, [sourceId])).results;
    expect(second?.message?.forward).toEqual(first?.message?.forward);
  });

  it('doubles nothing when it is tried again, also when the original says something else by then', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const message = await send(user, sourceId);
    const request = { nonce: randomUUID(), content: 'Look' };
    const first = await forward(user, message, [target.id, sourceId], request);
    expect(await forward(user, message, [target.id, sourceId], request)).toEqual(first);
    await hearth.api.as(user).call(editMessage, { params: { messageId: message.id }, body: { content: 'other words' } });
    expect(await forward(user, message, [target.id, sourceId], request)).toEqual(first);
    expect(await inChannel(user, target.id)).toHaveLength(2);
  });

  it('says for each channel why it did not go there', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const readOnly = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: readOnly, userId: user.id, deny: ['SEND_MESSAGES'] });
    const hidden = await buildPrivateChannel(hearth, { server });
    const message = await send(user, sourceId);
    const { results } = await forward(user, message, [readOnly.id, hidden.id, '42', target.id], { content: 'Look' });
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual(['MISSING_PERMISSION', 'NOT_FOUND', 'NOT_FOUND', null]);
    expect(results.slice(0, 3).every((result) => result.message === null)).toBe(true);
    expect(await inChannel(server.owner, readOnly.id)).toEqual([]);
  });

  it('names whom the text names, and calls nobody', async () => {
    const { user, server, sourceId, target } = await buildPlaces();
    const message = await send(server.owner, sourceId, `@everyone and <@${server.owner.id}>`);
    expect(message.mentionEveryone).toBe(true);
    const [result] = (await forward(user, message, [target.id])).results;
    expect(result?.message).toMatchObject({ content: message.content, mentions: message.mentions });
    expect(message.mentions.map(({ id }) => id)).toEqual([server.owner.id]);
    expect(result?.message).not.toHaveProperty('mentionEveryone');
    expect(await hearth.db.mention.count({ where: { channelId: BigInt(target.id) } })).toBe(0);
  });

  it('is not for what nobody said, for what is gone, and for what one does not see', async () => {
    const server = await buildServer(hearth);
    const channelId = server.general.id;
    const message = await send(server.owner, channelId);
    await hearth.api.as(server.owner).call(pinMessage, { params: { messageId: message.id } });
    const notice = (await inChannel(server.owner, channelId)).find(({ type }) => type === 'PIN') ?? message;
    await expect(forward(server.owner, notice, [channelId])).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(forward(await buildUser(hearth), message, [channelId])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    await expect(forward(server.owner, message, [channelId])).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves what was handed on as it was said', async () => {
    const { user, sourceId, target } = await buildPlaces();
    const [result] = (await forward(user, await send(user, sourceId), [target.id])).results;
    const params = { messageId: result?.message?.id ?? '' };
    const change = hearth.api.as(user).call(editMessage, { params, body: { content: 'what they never said' } });
    await expect(change).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it.each([
    ['nowhere', { channelIds: [] }],
    ['twice to one channel', { channelIds: ['1', '1'] }],
    ['to too many', { channelIds: Array.from({ length: limits.forwardTargets + 1 }, (_, index) => String(index + 1)) }],
    ['without a nonce', { nonce: undefined }],
    ['with an empty comment', { content: ' ' }],
  ])('is refused %s', async (_, body) => {
    const { user, sourceId } = await buildPlaces();
    const { id } = await send(user, sourceId);
    const answer = await hearth.api.as(user).send('post', `/messages/${id}/forward`, { channelIds: ['1'], nonce: randomUUID(), ...body });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
