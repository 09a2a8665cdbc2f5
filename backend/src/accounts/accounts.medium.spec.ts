import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteMe,
  deleteServer,
  forwardMessage,
  getChannel,
  getMessage,
  getMe,
  listRelationships,
  listServers,
  login,
  setAvatar,
  setProfileBanner,
  type Message,
} from '@hearth/contract';
import { eventually } from '../../test/eventually.js';
import { buildDm } from '../../test/factories/conversations.js';
import { Uploader } from '../../test/factories/files.js';
import { pictureUrl } from '../../test/factories/pictures.js';
import { buildMember, buildServer, type TestServer } from '../../test/factories/servers.js';
import { keptInStore } from '../../test/factories/uploaders.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { AuthService } from '../auth/auth.service.js';
import { FileCheckService } from '../files/check/file-check.service.js';
import { AccountErasure } from './account-erasure.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());
beforeEach(async () => {
  ({ user, server } = await buildMember(hearth));
});

const remove = (who: TestUser, body: { password?: string; deleteMessages?: boolean } = {}) =>
  hearth.api.as(who).call(deleteMe, { body: { password: who.password, ...body } });
const erased = ({ id }: TestUser) =>
  eventually(
    () => hearth.db.user.findUniqueOrThrow({ where: { id: BigInt(id) } }),
    ({ erasedAt }) => erasedAt !== null,
  );
const send = (channelId: string, content: string, ...attachmentIds: string[]): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId }, body: { nonce: randomUUID(), content, attachmentIds } });
const read = ({ id: messageId }: Message, who = server.owner) => hearth.api.as(who).call(getMessage, { params: { messageId } });

const stored = async (objectIds: string[]) => (await keptInStore(hearth, ...objectIds)).length;

describe('an account that is deleted', () => {
  it('takes the password, and neither owns a server nor runs the installation alone', async () => {
    await expect(remove(user, { password: 'wrong password' })).rejects.toMatchObject({ code: 'PASSWORD_WRONG', status: 403 });
    await expect(remove(server.owner)).rejects.toMatchObject({ code: 'OWNS_SERVERS', status: 409 });
    const admin = await buildUser(hearth);
    await hearth.db.user.update({ where: { id: BigInt(admin.id) }, data: { isAdmin: true } });
    await expect(remove(admin)).rejects.toMatchObject({ code: 'LAST_ADMIN', status: 409 });
    const both = [admin, await buildUser(hearth)];
    await hearth.db.user.update({ where: { id: BigInt(both[1]!.id) }, data: { isAdmin: true } });
    const outcomes = await Promise.allSettled(both.map((who) => remove(who)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await hearth.api.as(user).call(getMe)).toMatchObject({ id: user.id });
    await hearth.api.as(server.owner).call(deleteServer, { params: { serverId: server.id }, query: {} });
    await remove(server.owner);
  });

  it('ends on every device, is nobody for the others, and is in nothing any more', async () => {
    const [device, witness] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const dm = await buildDm(hearth, { one: user });
    const friend = dm.users[1]!;
    expect((await hearth.api.as(friend).call(listRelationships)).relationships).toHaveLength(1);
    const message = await send(server.general.id, 'I was here');
    const cut = new Promise((resolve) => device.socket.once('disconnect', resolve));
    await remove(user);
    await cut;
    expect(await witness.next('user:update')).toMatchObject({ id: user.id, displayName: 'Deleted user', username: `deleted-${user.id}` });
    await expect(hearth.api.as(user).call(getMe)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    const signIn = hearth.api.call(login, { body: { login: user.username, password: user.password } });
    await expect(signIn).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(await witness.next('member:remove')).toEqual({ serverId: server.id, userId: user.id });
    expect(await erased(user)).toMatchObject({ email: null, passwordHash: '', isAdmin: false, bio: '' });
    expect((await hearth.api.as(friend).call(listRelationships)).relationships).toEqual([]);
    expect(await read(message)).toMatchObject({ content: 'I was here', author: { displayName: 'Deleted user', avatar: null } });
    // What they said to each other stays theirs who is left.
    expect(await hearth.api.as(friend).call(getChannel, { params: { channelId: dm.id } })).toMatchObject({ id: dm.id });
    // The name is free for somebody else.
    expect(await hearth.db.user.findUnique({ where: { username: user.username } })).toBeNull();
  });

  it('takes its files out of the store, and leaves what others forwarded of them', async () => {
    const uploads = new Uploader(hearth, user);
    const { id: channelId } = server.general;
    const [words, alone, both, unsent] = [
      await uploads.upload(channelId, 'one'),
      await uploads.upload(channelId, 'two'),
      await uploads.upload(channelId, 'three'),
      await uploads.upload(channelId, 'four'),
    ];
    const told = await send(channelId, 'Look at this', words, both);
    const bare = await send(channelId, '', alone);
    const other = await buildServer(hearth, { owner: server.owner });
    const forward = { params: { messageId: told.id }, body: { channelIds: [other.general.id], nonce: randomUUID() } };
    const { results } = await hearth.api.as(server.owner).call(forwardMessage, forward);
    expect(await stored([words, alone, both, unsent])).toBe(4);
    await hearth.api.as(user).call(setAvatar, { body: { image: pictureUrl() } });
    await hearth.api.as(user).call(setProfileBanner, { body: { image: pictureUrl() } });
    await remove(user);
    await erased(user);
    expect(await stored([alone, unsent])).toBe(0);
    expect(await stored([words, both])).toBe(2);
    expect(await read(told)).toMatchObject({ content: 'Look at this', attachments: [] });
    expect(await read(bare)).toMatchObject({ deletedAt: expect.any(String) });
    expect((await read(results[0]!.message!)).attachments).toHaveLength(2);
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(0);
    await hearth.api.as(server.owner).call(deleteServer, { params: { serverId: other.id }, query: {} });
    expect(await stored([words, both])).toBe(0);
    const shards = new Set([words, alone, both, unsent].map((id) => Number(id.slice(-2))));
    for (const shard of shards) expect(await hearth.get(FileCheckService).check(shard)).toEqual({ orphans: 0, leftovers: 0, missing: 0 });
  });

  it('takes what it wrote where that is asked for', async () => {
    const dm = await buildDm(hearth, { one: user });
    const messages = [await send(server.general.id, 'In public'), await send(dm.id, 'In private')];
    const kept = await hearth.api
      .as(server.owner)
      .call(createMessage, { params: { channelId: server.general.id }, body: { nonce: randomUUID(), content: 'Mine' } });
    await remove(user, { deleteMessages: true });
    await erased(user);
    expect(await read(messages[0]!)).toMatchObject({ content: '', deletedAt: expect.any(String) });
    expect(await read(messages[1]!, dm.users[1])).toMatchObject({ content: '', deletedAt: expect.any(String) });
    expect(await read(kept)).toMatchObject({ content: 'Mine', deletedAt: null });
    expect((await hearth.api.as(server.owner).call(listServers)).servers).toHaveLength(1);
  });

  it('is taken up again where all tries were in vain', async () => {
    await remove(user);
    await erased(user);
    const [id, longAgo] = [BigInt(user.id), new Date(Date.now() - 3_600_000)];
    await hearth.db.user.update({ where: { id }, data: { deletedAt: longAgo, erasedAt: null } });
    await hearth.get(AccountErasure).resume();
    expect(await erased(user)).toMatchObject({ deletedAt: longAgo });
  });

  it('goes once, however often that is asked for', async () => {
    const ended = { code: expect.stringMatching(/^(SESSION_ENDED|PASSWORD_WRONG)$/) };
    const outcomes = await Promise.allSettled([remove(user), remove(user), remove(user)]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toEqual(refused.map(() => expect.objectContaining(ended)));
    await erased(user);
    // One that came in before the others had done.
    const late = hearth.get(AuthService).confirmPassword({ userId: user.id, sessionId: '0' }, user.password);
    await expect(late).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  });
});
