import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMessage, forwardMessage, getMessage, listReports, type Channel, type Message } from '@hearth/contract';
import sharp from 'sharp';
import { EICAR, EICAR_THREAT, MOST_SCANNED, startClamd, type TestClamd } from '../../../test/clamd.js';
import { eventually } from '../../../test/eventually.js';
import { buildDm } from '../../../test/factories/conversations.js';
import type { Uploader } from '../../../test/factories/files.js';
import { buildMember, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { FilesService } from '../files.service.js';
import { Clamd, ClamdError } from './clamd.js';
import { ScanningService } from './scanning.service.js';

let clamd: TestClamd;
let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;
let uploads: Uploader;

beforeAll(async () => {
  clamd = await startClamd();
  hearth = await startTestApp({ env: { CLAMD_URL: clamd.url } });
});
afterAll(async () => {
  await hearth.close();
  await clamd.remove();
});
beforeEach(async () => {
  ({ user, server, channel, uploads } = await buildUploader(hearth));
});

describe('clamd', () => {
  it('says what is in a file, whatever its size and its chunks', async () => {
    const client = new Clamd(clamd.address);
    const scan = (...chunks: (string | Buffer)[]) =>
      client.scan(() => Promise.resolve(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))));
    expect(await scan('harmless')).toBeNull();
    expect(await scan(...EICAR)).toBe(EICAR_THREAT);
    expect(await scan(Buffer.alloc(MOST_SCANNED - 1))).toBeNull();
    const tooLarge = Array.from({ length: 64 }, () => Buffer.alloc(256 * 1_024));
    expect(await scan(...tooLarge)).toBe('Heuristics.Limits.Exceeded.StreamMaxLength');
    expect(await client.version()).toMatch(/^ClamAV /);
  });

  it('is missed where it is not there, and where the file breaks off', async () => {
    await expect(new Clamd({ path: '/nowhere/clamd.ctl' }).scan(() => Promise.resolve(Readable.from([Buffer.from('x')])))).rejects.toThrow(
      ClamdError,
    );
    const broken = new Readable({
      read() {
        this.destroy(new Error('the store is gone'));
      },
    });
    await expect(new Clamd(clamd.address).scan(() => Promise.resolve(broken))).rejects.toThrow('the store is gone');
  });
});

const send = (attachmentIds: string[], channelId = channel.id): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId }, body: { nonce: randomUUID(), content: 'Look', attachmentIds } });
const read = ({ id: messageId }: Message) => hearth.api.as(server.owner).call(getMessage, { params: { messageId } });
const settled = (message: Message, by = read) =>
  eventually(
    () => by(message),
    ({ attachments }) => attachments.every(({ state }) => state !== 'processing'),
  );
const open = (who: TestUser, fileId: string) => hearth.get(FilesService).open(who, fileId, 'original');
const stateOf = async (fileId: string) => (await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(fileId) } })).state;
const found = (fileId: string) =>
  eventually(
    () => stateOf(fileId),
    (state) => state === 'QUARANTINED',
  );

describe('a file that is clean', () => {
  it('goes its way, and nobody gets it before', async () => {
    await clamd.stop();
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const [notes, picture] = [await uploads.upload(channel.id, 'harmless'), await uploads.upload(channel.id, photo)];
    const message = await send([notes, picture]);
    expect(message.attachments.map(({ state, text }) => [state, text])).toEqual(Array(2).fill(['processing', undefined]));
    for (const who of [user, server.owner]) await expect(open(who, notes)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.get(ScanningService).state()).toEqual({ available: false, reason: expect.stringContaining('ECONNREFUSED') });
    await clamd.start();
    expect(await hearth.get(ScanningService).state()).toEqual({ available: true, version: expect.stringMatching(/^ClamAV [\d.]+$/) });
    await hearth.get(ScanningService).resume(new Date());
    const { attachments } = await settled(message);
    expect(attachments).toMatchObject([
      { state: 'ready', kind: 'document', text: 'harmless' },
      { state: 'ready', kind: 'image', width: 300 },
    ]);
    (await open(server.owner, notes)).stream.destroy();
  });
});

describe('a file in which something harmful is found', () => {
  it('is kept from everybody, and its author and the moderators are told', async () => {
    const [device, moderator, member] = [
      await hearth.connect(user),
      await hearth.connect(server.owner),
      await hearth.connect((await buildMember(hearth, { server })).user),
    ];
    await clamd.stop();
    const fileId = await uploads.upload(channel.id, EICAR, { name: 'bill.txt' });
    const message = await send([fileId]);
    await clamd.start();
    await hearth.get(ScanningService).resume(new Date());
    const quarantined = [{ id: fileId, name: 'bill.txt', state: 'quarantined', kind: 'file', threat: EICAR_THREAT, variants: [] }];
    expect((await device.next('message:update')).message.attachments).toMatchObject(quarantined);
    expect((await read(message)).attachments).toMatchObject(quarantined);
    for (const who of [user, server.owner]) await expect(open(who, fileId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await moderator.next('report:update')).toMatchObject({ serverId: server.id, status: 'OPEN' });
    const { reports } = await hearth.api.as(server.owner).call(listReports, { params: { serverId: server.id }, query: {} });
    expect(reports).toMatchObject([
      {
        ...{ category: 'MALWARE', reporter: null, comment: `bill.txt: ${EICAR_THREAT}` },
        ...{ target: { id: user.id }, message: { id: message.id, content: 'Look', channelName: 'general' } },
      },
    ]);
    expect(member.names()).not.toContain('report:update');
    // It does not go on from there, either.
    const forward = { params: { messageId: message.id }, body: { channelIds: [channel.id], nonce: randomUUID() } };
    const { results } = await hearth.api.as(user).call(forwardMessage, forward);
    expect(results[0]?.message?.attachments).toEqual([]);
  });

  it('is not sent once it is known, nor shown in a conversation that nobody moderates', async () => {
    const fileId = await uploads.upload(channel.id, EICAR);
    await found(fileId);
    const refusal = { code: 'FILE_QUARANTINED', status: 422, errors: [{ path: 'body.attachmentIds.1' }] };
    await expect(send([await uploads.upload(channel.id), fileId])).rejects.toMatchObject(refusal);
    const dm = await buildDm(hearth, { one: user });
    await clamd.stop();
    const message = await send([await uploads.upload(dm.id, EICAR)], dm.id);
    await clamd.start();
    await hearth.get(ScanningService).resume(new Date());
    const byFriend = ({ id: messageId }: Message) => hearth.api.as(dm.users[1]!).call(getMessage, { params: { messageId } });
    expect((await settled(message, byFriend)).attachments).toMatchObject([{ state: 'quarantined' }]);
    expect(await hearth.db.report.count({ where: { targetUserId: BigInt(user.id) } })).toBe(0);
  });

  it('counts as one where it is more than the scanner takes', async () => {
    const fileId = await uploads.upload(channel.id, Buffer.alloc(MOST_SCANNED + 1));
    await found(fileId);
    expect(await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(fileId) } })).toMatchObject({
      meta: { threat: 'Heuristics.Limits.Exceeded.StreamMaxLength' },
    });
  });
});
