import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, deleteChannel, deleteMessage, deleteServer, getMessage } from '@hearth/contract';
import type { Uploader } from '../../../test/factories/files.js';
import { buildChannel, buildMember, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader, keptInStore, namesInStore } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { FilesService } from '../files.service.js';
import { FileStore } from '../storage/file-store.js';
import { FileCheckService, type CheckCounts } from './file-check.service.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
  ({ user, server, uploads } = await buildUploader(hearth));
});
afterAll(() => hearth.close());

/** Of all hundredths. */
async function check(): Promise<CheckCounts> {
  const found = await Promise.all(Array.from({ length: 100 }, (_, shard) => hearth.get(FileCheckService).check(shard)));
  const sum = (name: keyof CheckCounts) => found.reduce((all, counts) => all + counts[name], 0);
  return { orphans: sum('orphans'), leftovers: sum('leftovers'), missing: sum('missing') };
}
const NOTHING = { orphans: 0, leftovers: 0, missing: 0 };

const send = (attachmentIds: string[]) =>
  hearth.api
    .as(user)
    .call(createMessage, { params: { channelId: server.general.id }, body: { nonce: crypto.randomUUID(), attachmentIds } });
const stored = (id: string) => namesInStore(hearth, id);

describe('the store and the rows', () => {
  it('fit, whatever was uploaded, given up, sent and deleted', async () => {
    const [kept, gone, half, left] = await Promise.all([1, 2, 3, 4].map(() => uploads.start(server.general.id, 10)));
    for (const id of [kept!, gone!, left!]) await uploads.append(id, 0, 'ten bytes.');
    await uploads.append(half!, 0, 'half');
    await uploads.remove(left!);
    await send([kept!]);
    const message = await send([gone!]);
    await hearth.api.as(user).call(deleteMessage, { params: { messageId: message.id }, query: {} });
    await hearth.get(FilesService).sweep();
    expect(await check()).toEqual(NOTHING);
    expect((await uploads.append(half!, 4, ' whole')).status).toBe(204);
    expect(await check()).toEqual(NOTHING);
  });

  it('fit again after what no row knows was in the store', async () => {
    const id = await uploads.upload(server.general.id);
    const store = hearth.get(FileStore);
    await store.write('4711', 'original', Buffer.from('whose?'));
    await store.write(id, 'left-by-a-crash', Buffer.from('x'));
    // It may be on its way to a name.
    expect(await check()).toEqual({ ...NOTHING, orphans: 1 });
    const list = store.list.bind(store);
    store.list = async (shard) => (await list(shard)).map((object) => ({ ...object, changedAt: new Date(0) }));
    expect(await check()).toEqual({ ...NOTHING, leftovers: 1 });
    expect(await check()).toEqual(NOTHING);
    store.list = list;
    expect([await stored('4711'), await stored(id)]).toEqual([[], ['original']]);
  });

  it('say of what is missing that it is, to everybody', async () => {
    const [lost, there] = [await uploads.upload(server.general.id), await uploads.upload(server.general.id)];
    const message = await send([lost, there]);
    const socket = await hearth.connect(server.owner);
    await hearth.get(FileStore).remove(lost);
    expect(await check()).toEqual({ ...NOTHING, missing: 1 });
    const { message: told } = await socket.next('message:update');
    expect(told.attachments.map(({ state }) => state)).toEqual(['failed', 'ready']);
    expect(await hearth.api.as(user).call(getMessage, { params: { messageId: message.id } })).toEqual(told);
    await expect(hearth.get(FilesService).open(user, lost, 'original')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await check()).toEqual(NOTHING);
  });

  it('are held against each other where something harmful was found, too, and it stays what it is', async () => {
    const [kept, lost] = [await uploads.upload(server.general.id), await uploads.upload(server.general.id)];
    const found = { state: 'QUARANTINED' as const, readyAt: null };
    await hearth.db.file.updateMany({ where: { id: { in: [kept, lost].map(BigInt) } }, data: found });
    expect(await check()).toEqual(NOTHING);
    await hearth.get(FileStore).remove(lost);
    expect(await check()).toEqual({ ...NOTHING, missing: 1 });
    expect(await check()).toEqual(NOTHING);
    const rows = await hearth.db.file.findMany({ where: { id: { in: [kept, lost].map(BigInt) } }, orderBy: { id: 'asc' } });
    expect(rows.map(({ state, variants }) => [state, Object.keys(variants as object)])).toEqual([
      ['QUARANTINED', ['original']],
      ['QUARANTINED', []],
    ]);
  });
});

describe('what is not sent leaves the store', () => {
  it('with its channel, its server and its owner', async () => {
    const { user: leaver } = await buildMember(hearth);
    const theirs = await hearth.db.file.create({
      data: {
        ...{ id: 5n, objectId: 5n, kind: 'ATTACHMENT', variants: {}, bytes: 1n },
        ownerId: BigInt(leaver.id),
        channelId: BigInt(server.general.id),
      },
    });
    await hearth.db.$executeRaw`DELETE FROM users WHERE id = ${BigInt(leaver.id)}`;
    expect(await hearth.db.file.count({ where: { id: theirs.id } })).toBe(0);
    const { uploads: into, server: other } = await buildUploader(hearth);
    const place = await buildChannel(hearth, { server: other });
    const [there, left] = [await into.upload(place.id), await into.upload(other.general.id)];
    await hearth.api.as(other.owner).call(deleteChannel, { params: { channelId: place.id } });
    expect(await keptInStore(hearth, there, left)).toEqual([left]);
    await hearth.api.as(other.owner).call(deleteServer, { params: { serverId: other.id } });
    expect(await keptInStore(hearth, there, left)).toEqual([]);
  });
});
