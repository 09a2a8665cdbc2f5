import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  editMessage,
  getMessage,
  hideMessage,
  listMentions,
  listMessages,
  listUnreadMentions,
  quoteOf,
  readChannel,
  setRelationship,
  updateRole,
  type Message,
  type MessageSticker,
  type PollInput,
} from '@hearth/contract';
import { buildDm } from '../../test/factories/conversations.js';
import { buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { MessagesService } from './messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = (
  user: TestUser,
  channelId: string,
  content: string,
  more: { replyToId?: string; mentionReplied?: boolean; nonce?: string } = {},
) => hearth.api.as(user).call(createMessage, { params: { channelId }, body: { content, nonce: randomUUID(), ...more } });
const get = (user: TestUser, messageId: string) => hearth.api.as(user).call(getMessage, { params: { messageId } });
const unread = async (user: TestUser) => (await hearth.api.as(user).call(listUnreadMentions)).mentions;
const inbox = async (user: TestUser, query: { before?: string; limit?: string } = {}) => hearth.api.as(user).call(listMentions, { query });
const ids = (messages: Message[]) => messages.map(({ id }) => id);

async function buildPair() {
  const { user, server } = await buildMember(hearth);
  return { user, server, owner: server.owner, channelId: server.general.id };
}

describe('a reply', () => {
  it('quotes what it answers, as that is now, and mentions its author', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'What time is it?');
    const reply = await send(user, channelId, 'Noon', { replyToId: original.id });
    expect(reply).toMatchObject({ type: 'REPLY', replyTo: quoteOf(original), mentions: [{ id: owner.id }] });
    const content = `What day, <@${user.id}>?`;
    const edited = await hearth.api.as(owner).call(editMessage, { params: { messageId: original.id }, body: { content } });
    expect(edited.mentions.map(({ id }) => id)).toEqual([user.id]);
    expect((await get(user, reply.id)).replyTo).toEqual(quoteOf(edited));
    await hearth.api.as(owner).call(deleteMessage, { params: { messageId: original.id } });
    expect((await get(user, reply.id)).replyTo).toEqual({
      ...quoteOf(edited),
      ...{ content: '', mentions: undefined, version: expect.any(Number), deletedAt: expect.any(String) },
    });
  });

  it('quotes what a sticker is called and what a poll asks, until that is gone', async () => {
    const { user, owner, channelId } = await buildPair();
    const said = (more: { details?: { sticker: MessageSticker }; poll?: PollInput }) =>
      hearth.get(MessagesService).create(owner, channelId, { content: '', nonce: randomUUID(), ...more });
    const sticker = await said({ details: { sticker: { id: '1', name: 'Hooray', animated: true } } });
    const poll = await said({ poll: { question: 'Lunch?', answers: [{ text: 'Soup' }, { text: 'Salad' }] } });
    const [toSticker, toPoll] = [
      await send(user, channelId, 'So nice', { replyToId: sticker.id }),
      await send(user, channelId, 'Soon', { replyToId: poll.id }),
    ];
    expect([toSticker.replyTo, toPoll.replyTo]).toEqual([quoteOf(sticker), quoteOf(poll)]);
    expect([toSticker.replyTo, toPoll.replyTo]).toMatchObject([{ sticker: { name: 'Hooray' } }, { poll: { question: 'Lunch?' } }]);
    for (const { id } of [sticker, poll]) await hearth.api.as(owner).call(deleteMessage, { params: { messageId: id } });
    for (const { id } of [toSticker, toPoll]) {
      const { replyTo } = await get(user, id);
      expect([replyTo?.sticker, replyTo?.poll, replyTo?.deletedAt]).toEqual([undefined, undefined, expect.any(String)]);
    }
  });

  it('is told to everybody with its quote, and mentions nobody if its author wants that', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'x'.repeat(500));
    const socket = await hearth.connect(owner);
    const reply = await send(user, channelId, 'quietly', { replyToId: original.id, mentionReplied: false });
    expect(reply.mentions).toEqual([]);
    expect(reply.replyTo?.content).toHaveLength(200);
    expect((await socket.next('message:new')).message).toEqual(reply);
    expect(await unread(owner)).toEqual([]);
  });

  it.each(['in another channel', 'that is deleted', 'that never was'])('to a message %s is refused', async (which) => {
    const { user, owner, server, channelId } = await buildPair();
    const other = await buildPrivateChannel(hearth, { server });
    const original = await send(owner, which === 'in another channel' ? other.id : channelId, 'here');
    if (which === 'that is deleted') await hearth.api.as(owner).call(deleteMessage, { params: { messageId: original.id } });
    const replyToId = which === 'that never was' ? '42' : original.id;
    await expect(send(user, channelId, 'hm', { replyToId })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('to what one may not read is refused: its quote would tell', async () => {
    const server = await buildServer(hearth);
    const original = await send(server.owner, server.general.id, 'before you came');
    await buildOverwrite(hearth, { channel: server.general, deny: ['READ_MESSAGE_HISTORY'] });
    const { user } = await buildMember(hearth, { server });
    const later = await send(server.owner, server.general.id, 'welcome');
    const answer = (replyToId: string) => send(user, server.general.id, 'hm', { replyToId });
    await expect(answer(original.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await answer(later.id)).replyTo).toMatchObject({ content: 'welcome' });
  });

  it('says where its reader hid what it quotes, to that reader alone', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'a spoiler');
    const reply = await send(owner, channelId, 'indeed', { replyToId: original.id });
    await hearth.api.as(user).call(hideMessage, { params: { messageId: original.id } });
    expect((await get(user, reply.id)).replyTo).toEqual({ ...quoteOf(original), hidden: true });
    expect((await get(owner, reply.id)).replyTo).toEqual(quoteOf(original));
  });

  it('that was stored is answered again after what it answers is gone', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'soon gone');
    const nonce = randomUUID();
    const reply = await send(user, channelId, 'mine', { replyToId: original.id, nonce });
    await hearth.api.as(owner).call(deleteMessage, { params: { messageId: original.id } });
    expect((await send(user, channelId, 'mine', { replyToId: original.id, nonce })).id).toBe(reply.id);
    await expect(send(user, channelId, 'mine', { nonce })).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('and what it mentions are gone from its tombstone', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'one');
    const reply = await send(user, channelId, `<@${owner.id}>`, { replyToId: original.id });
    expect(await hearth.api.as(user).call(deleteMessage, { params: { messageId: reply.id } })).toMatchObject({
      replyTo: null,
      mentions: [],
    });
    expect(await unread(owner)).toEqual([]);
  });
});

describe('mentions', () => {
  it('are of members alone, once each, and not in code', async () => {
    const { user, owner, channelId } = await buildPair();
    const stranger = await buildUser(hearth);
    const content = `<@${owner.id}> and <@${owner.id}>, not <@${stranger.id}>, \`<@${user.id}>\``;
    expect((await send(user, channelId, content)).mentions).toMatchObject([{ id: owner.id, username: owner.username }]);
  });

  it('of what is no id are text', async () => {
    const { user, channelId } = await buildPair();
    const content =
      '<@9999999999999999999> <@&9999999999999999999> <#9999999999999999999> <@9223372036854775807> <:big:9999999999999999999>';
    expect(await send(user, channelId, content)).toMatchObject({ content, mentions: [] });
  });

  it('of everybody and of roles need the permission, or a role that all may mention', async () => {
    const { user, server, owner, channelId } = await buildPair();
    const [closed, open] = [await buildRole(hearth, { server, permissions: [] }), await buildRole(hearth, { server, permissions: [] })];
    await hearth.api.as(owner).call(updateRole, { params: { serverId: server.id, roleId: open }, body: { mentionable: true } });
    const content = `@everyone <@&${closed}> <@&${open}>`;
    const plain = await send(user, channelId, content);
    expect(plain.mentionEveryone).toBeUndefined();
    expect(plain.mentionRoles).toEqual([open]);
    expect(await send(owner, channelId, content)).toMatchObject({ mentionEveryone: true, mentionRoles: [closed, open] });
  });

  it('follow what an edit says, and a message keeps what it said before', async () => {
    const { user, owner, channelId } = await buildPair();
    const original = await send(owner, channelId, 'x');
    const { id } = await send(user, channelId, 'nobody', { replyToId: original.id });
    const edit = (content: string) => hearth.api.as(user).call(editMessage, { params: { messageId: id }, body: { content } });
    // A reply goes on mentioning whom it answers.
    expect((await edit(`<@${user.id}>`)).mentions.map((one) => one.id)).toEqual([user.id, owner.id]);
    expect((await edit('none')).mentions.map((one) => one.id)).toEqual([owner.id]);
    expect(await unread(owner)).toMatchObject([{ channelId, seqs: [2] }]);
  });

  it('are counted by name, role and as everybody until they are read, on every device', async () => {
    const { user, server, owner, channelId } = await buildPair();
    const role = await buildRole(hearth, { server, permissions: [], members: [user] });
    await send(owner, channelId, `<@${user.id}>`);
    await send(owner, channelId, 'none');
    await send(owner, channelId, `<@&${role}> <@${user.id}>`);
    await send(owner, channelId, '@here');
    expect(await unread(user)).toEqual([{ channelId, seqs: [1, 3, 4] }]);
    expect((await hearth.connect(user)).ready.mentions).toEqual([{ channelId, seqs: [1, 3, 4] }]);
    await hearth.api.as(user).call(readChannel, { params: { channelId }, body: { seq: 3 } });
    expect(await unread(user)).toEqual([{ channelId, seqs: [4] }]);
    await hearth.api.as(user).call(readChannel, { params: { channelId }, body: { seq: 2, unread: true } });
    expect(await unread(user)).toEqual([{ channelId, seqs: [3, 4] }]);
    // Nobody is called by themselves.
    expect(await unread(owner)).toEqual([]);
  });

  it('where the user sees nothing take no place of those that they see', async () => {
    const { user, server, owner, channelId } = await buildPair();
    const staff = await buildPrivateChannel(hearth, { server });
    const seen = await send(owner, channelId, '@everyone');
    // More than is counted, and than is looked at for a few.
    for (let count = 0; count < 120; count += 1) await send(owner, staff.id, '@everyone');
    expect(await unread(user)).toEqual([{ channelId, seqs: [1] }]);
    expect((await hearth.connect(user)).ready.mentions).toEqual([{ channelId, seqs: [1] }]);
    expect(await inbox(user, { limit: '2' })).toMatchObject({ messages: [{ id: seen.id }], hasMore: false });
  });

  it('are not counted where the user sees nothing, nor of those whom they block', async () => {
    const { user, server, owner } = await buildPair();
    const hidden = await buildPrivateChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL'] });
    await send(owner, hidden.id, `<@${user.id}>`);
    expect(await unread(user)).toHaveLength(1);
    await hearth.api.as(user).call(setRelationship, { params: { userId: owner.id }, body: { type: 'BLOCKED' } });
    expect(await unread(user)).toEqual([]);
    expect((await inbox(user)).messages).toEqual([]);
    const other = await buildPair();
    const closed = await buildPrivateChannel(hearth, { server: other.server });
    await send(other.owner, closed.id, `<@${other.user.id}>`);
    expect(await unread(other.user)).toEqual([]);
    expect((await inbox(other.user)).messages).toEqual([]);
  });
});

describe('the inbox', () => {
  it('has what mentions the user, newest first, page by page', async () => {
    const { user, owner, channelId } = await buildPair();
    const elsewhere = await buildServer(hearth, { owner });
    await buildMember(hearth, { server: elsewhere, user });
    const direct = await buildDm(hearth, { one: user, other: owner });
    const sent = [
      await send(owner, channelId, `<@${user.id}>`),
      await send(owner, elsewhere.general.id, '@everyone'),
      await send(owner, direct.id, `<@${user.id}>`),
    ];
    const newest = ids(sent).toReversed();
    expect(ids((await inbox(user)).messages)).toEqual(newest);
    const first = await inbox(user, { limit: '2' });
    expect(first).toMatchObject({ hasMore: true });
    expect(ids(first.messages)).toEqual(newest.slice(0, 2));
    const second = await inbox(user, { limit: '2', before: newest[1] ?? '' });
    expect(second).toMatchObject({ hasMore: false });
    expect(ids(second.messages)).toEqual(newest.slice(2));
    expect((await hearth.api.as(user).call(listMessages, { params: { channelId }, query: {} })).messages[0]?.mentions[0]?.id).toBe(user.id);
    // What the user hid takes no place on a page.
    await hearth.api.as(user).call(hideMessage, { params: { messageId: newest[0] ?? '' } });
    expect(ids((await inbox(user, { limit: '2' })).messages)).toEqual(newest.slice(1));
  });
});
