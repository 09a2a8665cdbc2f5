import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, deleteMessage, deleteReminder, limits, listReminders, setReminder } from '@hearth/contract';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../test/eventually.js';
import { buildMember, buildOverwrite } from '../../test/factories/servers.js';
import { signIn, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { Snowflakes } from '../database/snowflakes.js';
import { RemindersService } from './reminders.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const HOUR = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const as = (user: TestUser) => hearth.api.as(user);
const remind = (user: TestUser, messageId: string, remindAt = inMs(HOUR)) =>
  as(user).call(setReminder, { params: { messageId }, body: { remindAt } });
const list = async (user: TestUser) => (await as(user).call(listReminders)).reminders;

/** A member, and a message that the owner of the server wrote. */
async function buildReader() {
  const { user, server } = await buildMember(hearth);
  const params = { channelId: server.general.id };
  const message = await as(server.owner).call(createMessage, { params, body: { content: 'Read the plan', nonce: randomUUID() } });
  return {
    user,
    server,
    message,
    say: () => as(server.owner).call(createMessage, { params, body: { content: 'more', nonce: randomUUID() } }),
  };
}

async function comeDue(id: string): Promise<void> {
  await hearth.db.reminder.update({ where: { id: BigInt(id) }, data: { remindAt: new Date(Date.now() - 1) } });
  await hearth.get(RemindersService).fireDue();
}

const eventuallyDue = (user: TestUser) =>
  eventually(
    () => list(user),
    ([first]) => first?.firedAt !== null,
  );

describe('a reminder', () => {
  it('comes at its time by itself, once, with its message, on all devices', async () => {
    const { user, server, message } = await buildReader();
    const [phone, desk, owner] = await Promise.all([
      hearth.connect(await signIn(hearth, user)),
      hearth.connect(user),
      hearth.connect(server.owner),
    ]);
    const made = await remind(user, message.id, inMs(1_000));
    expect(made).toMatchObject({ serverId: server.id, messageId: message.id, message: { content: 'Read the plan' }, firedAt: null });
    expect(await phone.next('reminder:update')).toEqual({ reminderId: made.id, reminder: made });
    expect(await phone.next('reminder:fire')).toEqual({ ...made, firedAt: expect.any(String) });
    await desk.next('reminder:fire');
    await hearth.get(RemindersService).fireDue();
    await Promise.all([desk.settle(), owner.settle()]);
    expect(desk.all('reminder:fire')).toHaveLength(1);
    expect(owner.all('reminder:fire')).toEqual([]);
  });

  it('that came while nobody was there is found until it is deleted', async () => {
    const { user, message } = await buildReader();
    const { id } = await remind(user, message.id);
    await comeDue(id);
    expect(await eventuallyDue(user)).toMatchObject([{ id, message: { content: 'Read the plan' }, firedAt: expect.any(String) }]);
    const desk = await hearth.connect(user);
    await as(user).call(deleteReminder, { params: { reminderId: id } });
    expect(await desk.next('reminder:update')).toEqual({ reminderId: id, reminder: null });
    expect(await list(user)).toEqual([]);
  });

  it('of the same message takes the place of the one before, and comes again', async () => {
    const { user, message } = await buildReader();
    const { id } = await remind(user, message.id);
    await comeDue(id);
    await eventuallyDue(user);
    const remindAt = inMs(2 * HOUR);
    expect(await remind(user, message.id, remindAt)).toMatchObject({ id, remindAt, firedAt: null });
    await comeDue(id);
    expect(await eventuallyDue(user)).toHaveLength(1);
  });

  it('of a message that is deleted comes without it', async () => {
    const { user, server, message } = await buildReader();
    const { id } = await remind(user, message.id);
    await as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    const desk = await hearth.connect(user);
    await comeDue(id);
    expect(await desk.next('reminder:fire')).toMatchObject({ id, message: null });
    await expect(remind(user, message.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('where access was lost comes without the message', async () => {
    const { user, server, message } = await buildReader();
    const { id } = await remind(user, message.id);
    await buildOverwrite(hearth, { channel: server.general, deny: ['VIEW_CHANNEL'] });
    const desk = await hearth.connect(user);
    await comeDue(id);
    const fired = await desk.next('reminder:fire');
    expect(fired).toMatchObject({ id, message: null });
    expect(JSON.stringify(await list(user))).not.toContain('plan');
  });

  it('from before one came is without the message where the history is not for them', async () => {
    const { user, server, message } = await buildReader();
    await remind(user, message.id);
    await hearth.db.readState.create({ data: { userId: BigInt(user.id), channelId: BigInt(server.general.id), joinedSeq: 1 } });
    await buildOverwrite(hearth, { channel: server.general, deny: ['READ_MESSAGE_HISTORY'] });
    expect(await list(user)).toMatchObject([{ message: null }]);
  });
});

describe('reminders', () => {
  it('are listed by their time', async () => {
    const { user, message, say } = await buildReader();
    const other = await say();
    await remind(user, message.id, inMs(2 * HOUR));
    await remind(user, other.id);
    expect((await list(user)).map(({ messageId }) => messageId)).toEqual([other.id, message.id]);
  });

  it('have a limit, which changing one does not meet', async () => {
    const { user, server, message, say } = await buildReader();
    await remind(user, message.id);
    const snowflakes = hearth.get(Snowflakes);
    const ids = Array.from({ length: limits.remindersPerUser - 1 }, () => BigInt(snowflakes.next()));
    const channelId = BigInt(server.general.id);
    const place = { channelId, authorId: BigInt(server.owner.id), content: 'x' };
    await hearth.db.message.createMany({ data: ids.map((id, index) => ({ ...place, id, seq: 100 + index, version: 100 + index })) });
    const rest = { channelId, userId: BigInt(user.id), remindAt: new Date(Date.now() + HOUR) };
    await hearth.db.reminder.createMany({ data: ids.map((id) => ({ ...rest, id, messageId: id })) });
    await remind(user, message.id, inMs(2 * HOUR));
    const { id } = await say();
    await expect(remind(user, id)).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it.each([
    ['no time', {}],
    ['a time that is over', { remindAt: inMs(-1_000) }],
    ['no time at all', { remindAt: 'tomorrow' }],
  ])('take %s for a fault', async (_, body) => {
    const { user, message } = await buildReader();
    const answer = await as(user).send('post', `/messages/${message.id}/reminder`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
