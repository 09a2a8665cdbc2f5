import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  editMessage,
  followChannel,
  forwardMessage,
  getMessage,
  limits,
  listMessages,
  publishMessage,
  quoteOf,
  removeAttachment,
  searchMessages,
  type Channel,
  type Message,
} from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import type { Uploader } from '../../../test/factories/files.js';
import { buildChannel, buildOverwrite, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

beforeEach(async () => {
  ({ user, server, channel, uploads } = await buildUploader(hearth));
});

/** Silence, as a WAV of 8,000 bytes a second. */
function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * 8_000, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const waveform = Buffer.alloc(64, 7).toString('base64');

const record = (to = channel) =>
  uploads.upload(to.id, silence(2), { name: 'voice-message.wav', type: 'audio/wav', duration: '2', waveform });

/** A file of which this is known. */
async function known(meta: object): Promise<string> {
  const id = await uploads.upload(channel.id);
  await hearth.db.file.update({ where: { id: BigInt(id) }, data: { meta } });
  return id;
}

interface Sent {
  content?: string;
  nonce?: string;
  replyToId?: string;
  attachmentIds?: string[];
  voice?: boolean;
}

const send = ({ nonce = randomUUID(), ...rest }: Sent, to = channel) =>
  hearth.api.as(user).call(createMessage, { params: { channelId: to.id }, body: { nonce, voice: true, ...rest } });
const read = (who: TestUser, { id: messageId }: Message) => hearth.api.as(who).call(getMessage, { params: { messageId } });
const refused = (path: string) => ({ code: 'VALIDATION', errors: [expect.objectContaining({ path })] });

describe('a voice message', () => {
  it('is one recording, told to everybody with how long and how loud it is', async () => {
    const socket = await hearth.connect(server.owner);
    const fileId = await record();
    const nonce = randomUUID();
    const message = await send({ nonce, attachmentIds: [fileId] });
    expect(message).toMatchObject({
      type: 'VOICE',
      content: '',
      attachments: [{ id: fileId, kind: 'audio', waveform: expect.any(String) }],
    });
    expect(message.attachments[0]?.duration).toBeCloseTo(2, 0);
    expect((await socket.next('message:new')).message.type).toBe('VOICE');
    expect((await send({ nonce, attachmentIds: [fileId] })).id).toBe(message.id);
    await expect(send({ nonce, attachmentIds: [fileId], voice: false })).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('can answer, be quoted, be handed on and be found', async () => {
    const first = await send({ attachmentIds: [await record()] });
    const second = await send({ attachmentIds: [await record()], replyToId: first.id });
    expect(second).toMatchObject({
      type: 'VOICE',
      replyTo: { id: first.id, type: 'VOICE', file: { kind: 'audio', name: 'voice-message.wav' } },
    });
    const settled = await eventually(
      () => read(server.owner, first),
      ({ attachments }) => attachments[0]?.state === 'ready',
    );
    const reply = await eventually(
      () => read(server.owner, second),
      ({ replyTo }) => replyTo?.version === settled.version,
    );
    expect(reply.replyTo).toEqual(quoteOf(settled));
    const other = await buildChannel(hearth, { server });
    const body = { channelIds: [other.id], nonce: randomUUID() };
    const { results } = await hearth.api.as(user).call(forwardMessage, { params: { messageId: first.id }, body });
    const { id: _id, ...sound } = settled.attachments[0]!;
    expect(results[0]?.message).toMatchObject({ type: 'FORWARD', forward: { voice: true }, attachments: [sound] });
    const found = await eventually(
      async () => (await hearth.api.as(user).call(searchMessages, { query: { serverId: server.id, q: 'has:audio' } })).hits,
      (hits) => hits.length === 3,
    );
    expect(found.map(({ message }) => message.id)).toEqual([results[0]?.message?.id, second.id, first.id]);
  });

  it('is published as one, forwarded or not', async () => {
    const [news, home] = [await buildChannel(hearth, { server, type: 'ANNOUNCEMENT' }), await buildChannel(hearth, { server })];
    const owner = hearth.api.as(server.owner);
    await owner.call(followChannel, { params: { channelId: news.id }, body: { targetId: home.id } });
    const said = await send({ attachmentIds: [await record(news)] }, news);
    const body = { channelIds: [news.id], nonce: randomUUID() };
    const { results } = await hearth.api.as(user).call(forwardMessage, { params: { messageId: said.id }, body });
    for (const { id } of [said, results[0]!.message!]) await owner.call(publishMessage, { params: { messageId: id } });
    const copies = await eventually(
      async () => (await owner.call(listMessages, { params: { channelId: home.id }, query: {} })).messages,
      (found) => found.length === 2 && found.every(({ attachments }) => attachments[0]?.state === 'ready'),
    );
    const { duration, waveform: heard } = copies[0]!.attachments[0]!;
    expect([duration, heard]).toEqual([expect.any(Number), expect.any(String)]);
    const sound = { kind: 'audio', duration, waveform: heard };
    for (const copy of copies)
      expect(copy).toMatchObject({ type: 'VOICE', content: '', attachments: [sound], origin: { channelId: news.id } });
    // What is handed on of a copy says so, too.
    const onward = { params: { messageId: copies[0]!.id }, body: { channelIds: [channel.id], nonce: randomUUID() } };
    const [forwarded] = (await hearth.api.as(user).call(forwardMessage, onward)).results;
    expect(forwarded?.message).toMatchObject({ type: 'FORWARD', forward: { voice: true }, attachments: [sound] });
  });

  it('stays what was said', async () => {
    const fileId = await record();
    const message = await send({ attachmentIds: [fileId] });
    const params = { messageId: message.id };
    const edited = hearth.api.as(user).call(editMessage, { params, body: { content: 'words' } });
    await expect(edited).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const emptied = hearth.api.as(user).call(removeAttachment, { params: { ...params, fileId } });
    await expect(emptied).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is nothing but that', async () => {
    const [one, other] = [await record(), await record()];
    await expect(send({ content: 'words' })).rejects.toMatchObject(refused('body.voice'));
    await expect(send({ content: 'words', attachmentIds: [one] })).rejects.toMatchObject(refused('body.voice'));
    await expect(send({ attachmentIds: [one, other] })).rejects.toMatchObject(refused('body.voice'));
    const odd = [
      { kind: 'document', duration: 2, waveform },
      { kind: 'audio', waveform },
      { kind: 'audio', duration: 2 },
      { kind: 'audio', duration: limits.voiceSeconds + 60, waveform },
    ];
    const files = await Promise.all(odd.map((meta) => known(meta)));
    for (const id of [...files, '1']) await expect(send({ attachmentIds: [id] })).rejects.toMatchObject(refused('body.attachmentIds'));
    expect((await send({ attachmentIds: [await known({ kind: 'audio', duration: limits.voiceSeconds, waveform })] })).type).toBe('VOICE');
  });

  it('needs a permission of its own, beside that for files', async () => {
    const quiet = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: quiet, deny: ['SEND_VOICE_MESSAGES'] });
    const id = await record(quiet);
    await expect(send({ attachmentIds: [id] }, quiet)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await send({ attachmentIds: [id], voice: false }, quiet)).type).toBe('DEFAULT');
  });
});
