import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  createThread,
  deleteMessage,
  hideMessage,
  listChannelAttachments,
  removeAttachment,
  setRelationship,
  type Channel,
  type GalleryKind,
  type Message,
} from '@hearth/contract';
import { Uploader } from '../../../test/factories/files.js';
import { buildDm } from '../../../test/factories/conversations.js';
import { buildMember, buildOverwrite, type TestServer } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;

beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());
beforeEach(async () => {
  ({ user, server } = await buildMember(hearth));
  channel = server.general;
});

/** A message with as many small texts. */
async function send(who: TestUser, channelId: string, count = 1): Promise<Message> {
  const uploads = new Uploader(hearth, who);
  const attachmentIds = await Promise.all(Array.from({ length: count }, (_, index) => uploads.upload(channelId, `text ${index}`)));
  return hearth.api.as(who).call(createMessage, { params: { channelId }, body: { nonce: crypto.randomUUID(), attachmentIds } });
}

const list = (who: TestUser, channelId: string, query: { kind?: GalleryKind; cursor?: string; limit?: string } = {}) =>
  hearth.api.as(who).call(listChannelAttachments, { params: { channelId }, query: { kind: 'files', ...query } });
const shown = async (who: TestUser, channelId: string, kind?: GalleryKind) =>
  (await list(who, channelId, kind && { kind })).items.map(({ attachment }) => attachment.id);
const idsOf = (...messages: Message[]) => messages.flatMap(({ attachments }) => attachments.map(({ id }) => id).toReversed());
const become = (message: Message, kind: string) =>
  hearth.db.$executeRawUnsafe(
    `UPDATE files SET meta = meta || $2::jsonb WHERE message_id = $1`,
    BigInt(message.id),
    JSON.stringify({ kind }),
  );

describe('the files of a channel', () => {
  it('come by their messages, the newest first, page by page, each with its place', async () => {
    const [first, second] = [await send(user, channel.id, 2), await send(server.owner, channel.id, 3)];
    const whole = await list(server.owner, channel.id);
    expect(whole).toMatchObject({ nextCursor: null });
    expect(whole.items.map(({ attachment }) => attachment.id)).toEqual(idsOf(second, first));
    const { id: messageId, seq, author, createdAt, attachments } = first;
    expect(whole.items.at(-1)).toEqual({ attachment: attachments[0], messageId, seq, channelId: channel.id, author, createdAt });
    const pages: string[][] = [];
    for (let cursor: string | undefined; pages.length < 4;) {
      const page = await list(user, channel.id, { limit: '2', ...(cursor && { cursor }) });
      pages.push(page.items.map(({ attachment }) => attachment.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(idsOf(second, first));
  });

  it('are apart by what they are', async () => {
    const [image, film, sound, text] = [
      await send(user, channel.id),
      await send(user, channel.id),
      await send(user, channel.id),
      await send(user, channel.id),
    ];
    await Promise.all([become(image, 'image'), become(film, 'video'), become(sound, 'audio')]);
    expect(await shown(user, channel.id, 'media')).toEqual(idsOf(film, image));
    expect(await shown(user, channel.id, 'audio')).toEqual(idsOf(sound));
    expect(await shown(user, channel.id, 'files')).toEqual(idsOf(text));
  });

  it('are not those that are gone, hidden, harmful, or of somebody who is blocked', async () => {
    const [deleted, taken, hidden, harmful, kept] = [
      await send(user, channel.id),
      await send(user, channel.id, 2),
      await send(user, channel.id),
      await send(user, channel.id),
      await send(user, channel.id),
    ];
    const [gone = '', left] = taken.attachments.map(({ id }) => id);
    await hearth.api.as(user).call(deleteMessage, { params: { messageId: deleted.id }, query: {} });
    await hearth.api.as(user).call(removeAttachment, { params: { messageId: taken.id, fileId: gone } });
    await hearth.api.as(user).call(hideMessage, { params: { messageId: hidden.id } });
    await hearth.db.file.updateMany({ where: { messageId: BigInt(harmful.id) }, data: { state: 'QUARANTINED' } });
    expect(await shown(user, channel.id)).toEqual([...idsOf(kept), left]);
    expect(await shown(server.owner, channel.id)).toEqual([...idsOf(kept), ...idsOf(hidden), left]);
    await hearth.api.as(server.owner).call(setRelationship, { params: { userId: user.id }, body: { type: 'BLOCKED' } });
    expect(await shown(server.owner, channel.id)).toEqual([]);
  });

  it('are those of the messages that one may read, in a thread and a DM too', async () => {
    const before = await send(server.owner, channel.id);
    const { user: late } = await buildMember(hearth, { server });
    await buildOverwrite(hearth, { channel, deny: ['READ_MESSAGE_HISTORY'] });
    const after = await send(user, channel.id);
    expect(await shown(late, channel.id)).toEqual(idsOf(after));
    expect(await shown(server.owner, channel.id)).toEqual(idsOf(after, before));
    const thread = await hearth.api
      .as(user)
      .call(createThread, { params: { channelId: channel.id }, body: { name: 'Thread', messageId: after.id } });
    const inThread = await send(user, thread.id);
    expect(await shown(user, thread.id)).toEqual(idsOf(inThread));
    await buildOverwrite(hearth, { channel, deny: ['VIEW_CHANNEL'] });
    for (const id of [channel.id, thread.id]) await expect(list(user, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const dm = await buildDm(hearth, { one: user });
    const direct = await send(user, dm.id);
    expect(await shown(dm.users[1]!, dm.id)).toEqual(idsOf(direct));
    await expect(list(server.owner, dm.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not asked for by nonsense', async () => {
    for (const query of ['', '?kind=links', '?kind=media&cursor=12', '?kind=media&cursor=a_b', '?kind=media&limit=101'])
      expect((await hearth.api.as(user).send('get', `/channels/${channel.id}/attachments${query}`)).status).toBe(400);
  });

  it('are found by their index, however many there are', async () => {
    await hearth.db.$executeRawUnsafe('SET enable_seqscan = off');
    const plan = await hearth.db.$queryRawUnsafe<Record<string, string>[]>(
      `EXPLAIN SELECT f.id FROM files f WHERE f.channel_id = 1
         AND CASE WHEN f.meta->>'kind' IN ('image', 'video') THEN 'media' WHEN f.meta->>'kind' = 'audio' THEN 'audio' ELSE 'files' END = 'media'
         AND f.message_id IS NOT NULL AND (f.message_id, f.position) < (5, 1) ORDER BY f.message_id DESC, f.position DESC LIMIT 5`,
    );
    expect(JSON.stringify(plan)).toContain('files_gallery');
  });
});
