import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  deleteScheduled,
  limits,
  listChannelScheduled,
  listMessages,
  listScheduled,
  scheduleMessage,
  sendScheduled,
  updateScheduled,
} from '@hearth/contract';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../test/eventually.js';
import { Uploader } from '../../test/factories/files.js';
import { buildChannel, buildMember, buildOverwrite, type TestServer } from '../../test/factories/servers.js';
import { buildUploader } from '../../test/factories/uploaders.js';
import { signIn, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { whileDeletingChannel } from '../../test/while-deleting.js';
import { Snowflakes } from '../database/snowflakes.js';
import { UploadsService } from '../files/uploads/uploads.service.js';
import { MessagesService } from '../messages/messages.service.js';
import { nonceOf } from './scheduled.policy.js';
import { ScheduledService } from './scheduled.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const HOUR = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

const as = (user: TestUser) => hearth.api.as(user);
interface Scheduling {
  content?: string;
  sendAt?: string;
  replyToId?: string;
  attachmentIds?: string[];
}
const schedule = (user: TestUser, channelId: string, input: Scheduling = {}) =>
  as(user).call(scheduleMessage, { params: { channelId }, body: { content: 'later', sendAt: inMs(HOUR), ...input } });
const contents = async ({ owner, general }: TestServer, channelId = general.id) =>
  (await as(owner).call(listMessages, { params: { channelId } })).messages.map(({ content }) => content);
const waiting = async (user: TestUser) => (await as(user).call(listScheduled)).scheduled;

/** Its time has come: at the next look, or when it is asked for. */
async function comeDue(id: string): Promise<void> {
  await hearth.db.scheduledMessage.update({ where: { id: BigInt(id) }, data: { sendAt: new Date(Date.now() - 1) } });
  await hearth.get(ScheduledService).sendDue();
}

/** One of the two that looked did it. */
const eventuallyGone = (user: TestUser) =>
  eventually(
    () => waiting(user),
    (list) => list.length === 0,
  );
const eventuallyFailed = (user: TestUser) =>
  eventually(
    () => waiting(user),
    ([first]) => first?.status === 'FAILED',
  );

async function buildAuthor() {
  const { user, server } = await buildMember(hearth);
  return { user, server, channelId: server.general.id };
}

describe('a message for later', () => {
  it('is sent at its time by itself, once, and is gone from the list on all devices', async () => {
    const { user, server, channelId } = await buildAuthor();
    const phone = await hearth.connect(await signIn(hearth, user));
    const made = await schedule(user, channelId, { sendAt: inMs(1_000) });
    expect(made).toMatchObject({ channelId, content: 'later', status: 'PENDING', failure: null, replyToId: null });
    expect(await phone.next('scheduled:update')).toEqual({ scheduledId: made.id, channelId, scheduled: made });
    expect(await waiting(user)).toEqual([made]);
    expect(await phone.next('message:new')).toMatchObject({ message: { content: 'later', author: { id: user.id } } });
    expect(await phone.next('scheduled:update', ({ scheduled }) => scheduled === null)).toEqual({
      scheduledId: made.id,
      channelId,
      scheduled: null,
    });
    await hearth.get(ScheduledService).sendDue();
    expect(await contents(server)).toEqual(['later']);
    expect(await waiting(user)).toEqual([]);
  });

  it('is sent once however many look, and by another node where one died after it was stored', async () => {
    const { user, server, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId);
    await hearth.get(MessagesService).create(user, channelId, { content: 'later', nonce: nonceOf(id) });
    await Promise.all([comeDue(id), hearth.get(ScheduledService).sendDue(), hearth.get(ScheduledService).sendDue()]);
    expect(await eventuallyGone(user)).toEqual([]);
    expect(await contents(server)).toEqual(['later']);
  });

  it('is not sent anew where its text was changed after a node died that had sent it', async () => {
    const { user, server, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId, { content: 'changed' });
    await hearth.get(MessagesService).create(user, channelId, { content: 'as it was', nonce: nonceOf(id) });
    await comeDue(id);
    expect(await eventuallyGone(user)).toEqual([]);
    expect(await contents(server)).toEqual(['as it was']);
  });

  it('that a node claimed and did not send is sent when the claim is over', async () => {
    const { user, server, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId);
    const claim = (claimedUntil: Date) => hearth.db.scheduledMessage.update({ where: { id: BigInt(id) }, data: { claimedUntil } });
    await claim(new Date(Date.now() + HOUR));
    await comeDue(id);
    expect(await contents(server)).toEqual([]);
    await claim(new Date(Date.now() - 1));
    expect(await eventuallyGone(user)).toEqual([]);
    expect(await contents(server)).toEqual(['later']);
  });

  it('answers what it was to answer', async () => {
    const { user, server, channelId } = await buildAuthor();
    const asked = await as(server.owner).call(createMessage, { params: { channelId }, body: { content: 'when?', nonce: randomUUID() } });
    const { id } = await schedule(user, channelId, { replyToId: asked.id });
    const sent = await as(user).call(sendScheduled, { params: { scheduledId: id } });
    expect(sent).toMatchObject({ type: 'REPLY', replyTo: { id: asked.id } });
  });
});

describe('what is refused at its time', () => {
  it('says why, and is sent again when it may be', async () => {
    const { user, server, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId);
    await buildOverwrite(hearth, { channel: server.general, deny: ['SEND_MESSAGES'] });
    await comeDue(id);
    expect(await eventuallyFailed(user)).toMatchObject([{ id, status: 'FAILED', failure: 'MISSING_PERMISSION' }]);
    const again = () => as(user).call(sendScheduled, { params: { scheduledId: id } });
    await expect(again()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildOverwrite(hearth, { channel: server.general, allow: ['SEND_MESSAGES'] });
    expect(await again()).toMatchObject({ content: 'later' });
    expect(await waiting(user)).toEqual([]);
  });

  it('waits again with a new time', async () => {
    const { user, server, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId);
    await buildOverwrite(hearth, { channel: server.general, deny: ['VIEW_CHANNEL'] });
    await comeDue(id);
    expect(await eventuallyFailed(user)).toMatchObject([{ failure: 'NOT_FOUND' }]);
    const sendAt = inMs(2 * HOUR);
    const update = (body: { content?: string; sendAt?: string }) => as(user).call(updateScheduled, { params: { scheduledId: id }, body });
    expect(await update({ content: 'other words' })).toMatchObject({ content: 'other words', status: 'FAILED' });
    expect(await update({ sendAt })).toMatchObject({ content: 'other words', sendAt, status: 'PENDING', failure: null });
  });

  it('meets slow mode', async () => {
    const { user, server } = await buildAuthor();
    const slow = await buildChannel(hearth, { server, slowmode: 60 });
    const { id } = await schedule(user, slow.id);
    await hearth.get(MessagesService).create(user, slow.id, { content: 'first', nonce: randomUUID() });
    await comeDue(id);
    expect(await eventuallyFailed(user)).toMatchObject([{ failure: 'SLOWMODE' }]);
  });

  it('leaves out what it answered once that is gone', async () => {
    const { user, server, channelId } = await buildAuthor();
    const asked = await as(server.owner).call(createMessage, { params: { channelId }, body: { content: 'when?', nonce: randomUUID() } });
    const { id } = await schedule(user, channelId, { replyToId: asked.id });
    await as(server.owner).call(deleteMessage, { params: { messageId: asked.id } });
    await comeDue(id);
    expect(await eventuallyFailed(user)).toMatchObject([{ failure: 'CONFLICT', replyToId: null }]);
    expect(await as(user).call(sendScheduled, { params: { scheduledId: id } })).toMatchObject({ type: 'DEFAULT', content: 'later' });
  });
});

describe('the list', () => {
  it('is by time, of all channels or of one', async () => {
    const { user, server, channelId } = await buildAuthor();
    const other = await buildChannel(hearth, { server });
    const later = await schedule(user, channelId, { sendAt: inMs(2 * HOUR) });
    const sooner = await schedule(user, other.id);
    expect(await waiting(user)).toEqual([sooner, later]);
    expect(await as(user).call(listChannelScheduled, { params: { channelId } })).toEqual({ scheduled: [later] });
    expect(await as(server.owner).call(listChannelScheduled, { params: { channelId } })).toEqual({ scheduled: [] });
  });

  it('loses what is deleted, and what is sent before its time', async () => {
    const { user, server, channelId } = await buildAuthor();
    const [one, two] = [await schedule(user, channelId), await schedule(user, channelId, { content: 'now' })];
    await as(user).call(deleteScheduled, { params: { scheduledId: one.id } });
    await as(user).call(sendScheduled, { params: { scheduledId: two.id } });
    expect(await waiting(user)).toEqual([]);
    expect(await contents(server)).toEqual(['now']);
  });

  it('does not change under a node that is sending', async () => {
    const { user, channelId } = await buildAuthor();
    const { id } = await schedule(user, channelId);
    await hearth.db.scheduledMessage.update({ where: { id: BigInt(id) }, data: { claimedUntil: new Date(Date.now() + HOUR) } });
    const params = { scheduledId: id };
    await expect(as(user).call(deleteScheduled, { params })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(as(user).call(updateScheduled, { params, body: { content: 'x' } })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(as(user).call(sendScheduled, { params })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('has a limit', async () => {
    const { user, channelId } = await buildAuthor();
    const snowflakes = hearth.get(Snowflakes);
    const rest = { channelId: BigInt(channelId), authorId: BigInt(user.id), content: 'x', sendAt: new Date(Date.now() + HOUR) };
    const rows = Array.from({ length: limits.scheduledPerUser }, () => ({ ...rest, id: BigInt(snowflakes.next()) }));
    await hearth.db.scheduledMessage.createMany({ data: rows });
    await expect(schedule(user, channelId)).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it('takes nothing where the channel goes in the same moment', async () => {
    const { user, channelId } = await buildAuthor();
    await whileDeletingChannel(hearth, channelId, async () => {
      await expect(schedule(user, channelId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it.each([
    ['without a time', { content: 'x' }],
    ['in the past', { content: 'x', sendAt: inMs(-1_000) }],
    ['too far ahead', { content: 'x', sendAt: inMs(400 * 24 * HOUR) }],
    ['of nothing', { content: ' ', sendAt: inMs(HOUR) }],
  ])('takes none %s', async (_, body) => {
    const { user, channelId } = await buildAuthor();
    const answer = await as(user).send('post', `/channels/${channelId}/scheduled`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('files', () => {
  const build = async () => {
    const { channel, uploads, ...author } = await buildUploader(hearth);
    const waitWith = (...ids: string[]) => schedule(author.user, channel.id, { content: '', attachmentIds: ids });
    return { ...author, channelId: channel.id, uploads, waitWith, upload: (words = {}) => uploads.upload(channel.id, 'some bytes', words) };
  };
  const idsOf = ({ attachments }: { attachments: { id: string }[] }) => attachments.map(({ id }) => id);
  const inDatabase = (id: string) => hearth.db.file.findUnique({ where: { id: BigInt(id) } });
  /** They are as old as what nobody goes on with. */
  const sweepAsOld = async (...ids: string[]) => {
    await hearth.db.file.updateMany({ where: { id: { in: ids.map(BigInt) } }, data: { touchedAt: new Date(0) } });
    await hearth.get(UploadsService).sweep();
  };

  it('wait with their message and are sent with it, in their order', async () => {
    const { user, upload, waitWith } = await build();
    const phone = await hearth.connect(await signIn(hearth, user));
    const [first, second, other] = [await upload({ alt: 'One' }), await upload(), await upload()];
    const made = await waitWith(second, first);
    expect(made.attachments).toMatchObject([
      { id: second, name: 'notes.txt' },
      { id: first, alt: 'One' },
    ]);
    expect((await phone.next('scheduled:update')).scheduled).toEqual(made);
    expect(await waiting(user)).toEqual([made]);
    await sweepAsOld(first, second, other);
    expect(await inDatabase(other)).toBeNull();
    await comeDue(made.id);
    const { message } = await phone.next('message:new');
    expect([message.content, idsOf(message)]).toEqual(['', [second, first]]);
    await eventuallyGone(user);
    expect(await inDatabase(first)).toMatchObject({ messageId: BigInt(message.id), scheduledId: null });
  });

  it('are there to be sent once their message is not to be any more', async () => {
    const { user, channelId, upload, waitWith } = await build();
    const fileId = await upload();
    const made = await waitWith(fileId);
    await hearth.db.file.update({ where: { id: BigInt(fileId) }, data: { touchedAt: new Date(0) } });
    await as(user).call(deleteScheduled, { params: { scheduledId: made.id } });
    await hearth.get(UploadsService).sweep();
    expect(idsOf(await waitWith(fileId))).toEqual([fileId]);
    const again = schedule(user, channelId, { attachmentIds: [fileId] });
    await expect(again).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.attachmentIds' }] });
    await hearth.db.scheduledMessage.deleteMany({ where: { authorId: BigInt(user.id) } });
    await sweepAsOld(fileId);
    expect(await inDatabase(fileId)).toBeNull();
  });

  it('are own ones that are whole and not sent, brought there by somebody who may', async () => {
    const { user, server, channelId, uploads, upload, waitWith } = await build();
    const elsewhere = await buildChannel(hearth, { server });
    const sent = await upload();
    await as(user).call(createMessage, { params: { channelId }, body: { nonce: randomUUID(), attachmentIds: [sent] } });
    const good = await upload();
    const wrong = [
      await new Uploader(hearth, server.owner).upload(channelId),
      await uploads.upload(elsewhere.id),
      await uploads.start(channelId, 5),
      sent,
      '12345',
    ];
    for (const id of wrong) await expect(waitWith(good, id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await hearth.db.file.update({ where: { id: BigInt(good) }, data: { state: 'QUARANTINED' } });
    await expect(waitWith(good)).rejects.toMatchObject({ code: 'FILE_QUARANTINED' });
    await expect(waitWith()).rejects.toMatchObject({ code: 'VALIDATION' });
    const fine = await upload();
    await buildOverwrite(hearth, { channel: server.general, roleId: server.id, deny: ['ATTACH_FILES'] });
    await expect(waitWith(fine)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await waiting(user)).toEqual([]);
  });

  it('wait with one message, however close together two are made, and go with no other', async () => {
    const { user, channelId, upload, waitWith } = await build();
    const fileId = await upload();
    const both = await Promise.allSettled([waitWith(fileId), waitWith(fileId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await waiting(user)).map(idsOf)).toEqual([[fileId]]);
    const body = { content: 'words', nonce: randomUUID(), attachmentIds: [fileId] };
    await expect(as(user).call(createMessage, { params: { channelId }, body })).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('keep their message while there is nothing else in it', async () => {
    const { user, upload, uploads, waitWith } = await build();
    const fileId = await upload();
    const { id: scheduledId } = await waitWith(fileId);
    const edit = (content: string) => as(user).call(updateScheduled, { params: { scheduledId }, body: { content } });
    expect(await edit('Look')).toMatchObject({ content: 'Look', attachments: [{ id: fileId }] });
    expect(await edit('')).toMatchObject({ content: '' });
    await uploads.remove(fileId);
    await expect(edit('')).rejects.toMatchObject({ code: 'VALIDATION' });
    await comeDue(scheduledId);
    expect(await eventuallyFailed(user)).toMatchObject([{ failure: 'VALIDATION', attachments: [] }]);
  });

  it('are sent once where a node died after it had sent them', async () => {
    const { user, channelId, upload, waitWith } = await build();
    const { id, attachments } = await waitWith(await upload());
    const attachmentIds = attachments.map((file) => file.id);
    const input = { content: '', nonce: nonceOf(id), attachmentIds, scheduledId: id };
    const stored = await hearth.get(MessagesService).create({ userId: user.id, sessionId: '' }, channelId, input);
    expect(await as(user).call(sendScheduled, { params: { scheduledId: id } })).toMatchObject({ id: stored.id });
    expect(await waiting(user)).toEqual([]);
  });
});
