import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  createThread,
  deleteOwnFile,
  forwardMessage,
  getMessage,
  getOwnStorage,
  getServerStorage,
  listAuditLog,
  listOwnFiles,
  listServerFiles,
  removeAttachment,
  type Channel,
  type Message,
} from '@hearth/contract';
import { Uploader } from '../../../test/factories/files.js';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUploader } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MembersService } from '../../servers/members/members.service.js';
import { ServersService } from '../../servers/servers.service.js';

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

const upload = (bytes: number, channelId = channel.id) => uploads.upload(channelId, 'x'.repeat(bytes));
const send = (attachmentIds: string[], { content = '', channelId = channel.id, who = user } = {}) =>
  hearth.api.as(who).call(createMessage, { params: { channelId }, body: { content, nonce: crypto.randomUUID(), attachmentIds } });
const own = (query: { sort?: 'size' | 'date'; cursor?: string; limit?: string } = {}) => hearth.api.as(user).call(listOwnFiles, { query });
const idsOf = (files: { attachment: { id: string } }[]) => files.map(({ attachment }) => attachment.id);
const remove = (fileId: string, who = user) => hearth.api.as(who).call(deleteOwnFile, { params: { fileId } });
const read = ({ id: messageId }: Message) => hearth.api.as(server.owner).call(getMessage, { params: { messageId } });

describe('own files', () => {
  it('are listed by size and by date with their places, and summed up', async () => {
    const [small, big, middle] = [await upload(10), await upload(3_000), await upload(200)];
    const half = await uploads.start(channel.id, 50);
    const message = await send([big]);
    expect(await hearth.api.as(user).call(getOwnStorage)).toEqual({
      bytes: 3_260,
      count: 4,
      limit: 10 * 2 ** 30,
      kinds: [{ kind: 'ATTACHMENT', bytes: 3_260, count: 4 }],
    });
    const { files, nextCursor } = await own();
    expect([idsOf(files), nextCursor]).toEqual([[big, middle, half, small], null]);
    const place = { serverId: server.id, channelId: channel.id, homeId: channel.id };
    expect(files[0]).toMatchObject({
      ...place,
      bytes: 3_000,
      status: 'sent',
      messageId: message.id,
      seq: message.seq,
      owner: { id: user.id },
    });
    expect(files.slice(1).map(({ status }) => status)).toEqual(['unsent', 'uploading', 'unsent']);
    expect(idsOf((await own({ sort: 'date' })).files)).toEqual([half, middle, big, small]);
    for (const sort of ['size', 'date'] as const) {
      const first = await own({ sort, limit: '3' });
      const rest = await own({ sort, limit: '3', cursor: first.nextCursor ?? '' });
      expect(idsOf([...first.files, ...rest.files])).toEqual(idsOf((await own({ sort })).files));
    }
    for (const query of ['sort=name', 'cursor=1', 'cursor=x_1'])
      expect((await hearth.api.as(user).send('get', `/users/me/files?${query}`)).status).toBe(400);
  });

  it('are deleted wherever they are, and their message with the last of them where it is nothing else', async () => {
    const [unsent, one, two, alone] = [await upload(1), await upload(2), await upload(3), await upload(4)];
    const [both, bare] = [await send([one, two], { content: 'words' }), await send([alone])];
    const socket = await hearth.connect(server.owner);
    for (const id of [unsent, one, two, alone]) await remove(id);
    expect((await own()).files).toEqual([]);
    expect(await read(both)).toMatchObject({ content: 'words', attachments: [], deletedAt: null });
    expect(await read(bare)).toMatchObject({ attachments: [], deletedAt: expect.any(String) });
    expect((await socket.next('message:delete')).message.id).toBe(bare.id);
    for (const id of [unsent, one]) await expect(remove(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not those of others, may be taken back by who left, and not by who may only read', async () => {
    const [kept, left] = [await upload(5), await upload(6)];
    const messages = [await send([kept]), await send([left])];
    await expect(remove(kept, server.owner)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { results } = await hearth.api
      .as(server.owner)
      .call(forwardMessage, { params: { messageId: messages[0]!.id }, body: { channelIds: [channel.id], nonce: crypto.randomUUID() } });
    const where = { serverId_userId: { serverId: BigInt(server.id), userId: BigInt(user.id) } };
    await hearth
      .get(MembersService)
      .update(server.owner, server.id, user.id, { timeoutUntil: new Date(Date.now() + 60_000).toISOString() });
    await expect(remove(kept)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await hearth.get(ServersService).leave(user, server.id);
    expect(await hearth.db.member.findUnique({ where })).toBeNull();
    await remove(kept);
    expect(await read(messages[0]!)).toMatchObject({ deletedAt: expect.any(String) });
    expect(idsOf((await own()).files)).toEqual([left]);
    const forwarded = results.flatMap((result) => ('message' in result && result.message ? [result.message] : []));
    expect(forwarded.map(({ attachments }) => attachments.length)).toEqual([1]);
  });
});

describe('files of a server', () => {
  const storage = (who: TestUser) => hearth.api.as(who).call(getServerStorage, { params: { serverId: server.id } });
  const biggest = (who: TestUser, query: { channelId?: string; cursor?: string; limit?: string } = {}) =>
    hearth.api.as(who).call(listServerFiles, { params: { serverId: server.id }, query });

  it('are summed up by channel, threads with theirs, and listed by size', async () => {
    const other = await buildChannel(hearth, { server });
    const message = await send([await upload(100)]);
    const thread = await hearth.api
      .as(user)
      .call(createThread, { params: { channelId: channel.id }, body: { name: 'Thread', messageId: message.id } });
    const [inThread, elsewhere] = [await upload(50, thread.id), await upload(120, other.id)];
    await send([inThread], { channelId: thread.id });
    await send([elsewhere], { channelId: other.id });
    await upload(7);
    expect(await storage(server.owner)).toEqual({
      bytes: 277,
      count: 4,
      limit: 100 * 2 ** 30,
      kinds: [{ kind: 'ATTACHMENT', bytes: 277, count: 4 }],
      channels: [
        { channelId: channel.id, bytes: 157, count: 3 },
        { channelId: other.id, bytes: 120, count: 1 },
      ],
      hidden: { bytes: 0, count: 0 },
    });
    expect(idsOf((await biggest(server.owner)).files)).toEqual([
      elsewhere,
      ...idsOf(message.attachments.map((attachment) => ({ attachment }))),
      inThread,
    ]);
    expect(idsOf((await biggest(server.owner, { channelId: other.id })).files)).toEqual([elsewhere]);
    const first = await biggest(server.owner, { limit: '2' });
    expect(idsOf((await biggest(server.owner, { limit: '2', cursor: first.nextCursor ?? '' })).files)).toEqual([inThread]);
  });

  it('are no more than a sum where somebody does not read the channel', async () => {
    const hidden = await buildPrivateChannel(hearth, { server });
    const silent = await buildChannel(hearth, { server });
    const { user: manager } = await buildMember(hearth, { server });
    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [manager] });
    const theirs = new Uploader(hearth, server.owner);
    for (const [place, bytes] of [
      [hidden, 30],
      [silent, 40],
      [channel, 5],
    ] as const) {
      const id = await theirs.upload(place.id, 'x'.repeat(bytes));
      await send([id], { channelId: place.id, who: server.owner });
    }
    await buildOverwrite(hearth, { channel: silent, deny: ['READ_MESSAGE_HISTORY'] });
    expect(await storage(manager)).toMatchObject({
      bytes: 75,
      channels: [{ channelId: channel.id, bytes: 5 }],
      hidden: { bytes: 70, count: 2 },
    });
    expect((await biggest(manager)).files.map(({ bytes }) => bytes)).toEqual([5]);
    for (const { id: channelId } of [hidden, silent]) expect((await biggest(manager, { channelId })).files).toEqual([]);
    await expect(storage(user)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('are in the audit log when a moderator takes one from somebody else', async () => {
    const message = await send([await upload(1), await upload(2)], { content: 'words' });
    const take = (who: TestUser, index: number, reason?: string) =>
      hearth.api.as(who).call(removeAttachment, {
        params: { messageId: message.id, fileId: message.attachments[index]?.id ?? '' },
        query: reason === undefined ? {} : { reason },
      });
    expect((await take(server.owner, 0, 'Too big')).attachments).toHaveLength(1);
    await take(user, 1);
    const { entries } = await hearth.api
      .as(server.owner)
      .call(listAuditLog, { params: { serverId: server.id }, query: { action: 'ATTACHMENT_DELETE' } });
    expect(entries).toMatchObject([{ actorId: server.owner.id, targetId: user.id, targetName: user.username, reason: 'Too big' }]);
    expect(entries[0]?.changes).toContainEqual({ key: 'name', before: 'notes.txt', after: null });
  });
});
