import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createInvite, getServer, joinServer, leaveServer, limits, type Problem } from '@hearth/contract';
import { buildChannel, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const invite = (caller: TestUser, serverId: string, body: object = {}) =>
  hearth.api.as(caller).call(createInvite, { params: { serverId }, body });
const ownInvite = ({ owner, id }: TestServer, body: object = {}) => invite(owner, id, body);
const join = (caller: TestUser, code: string) => hearth.api.as(caller).call(joinServer, { params: { code } });
const uses = async (code: string) => (await hearth.db.invite.findUniqueOrThrow({ where: { code } })).uses;
const gone = { code: 'INVITE_INVALID', status: 404 };

describe('joining', () => {
  it('makes a member, and all who are concerned hear of it in order', async () => {
    const server = await buildServer(hearth);
    const { code } = await ownInvite(server);
    const user = await buildUser(hearth);
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const joined = await join(user, code);
    expect(joined).toMatchObject({ id: server.id, memberCount: 2, me: { user: { id: user.id }, roleIds: [] } });
    expect(joined.channels.map(({ id }) => id)).toEqual([server.general.id]);
    expect(await hearth.api.as(user).call(getServer, { params: { serverId: server.id } })).toEqual(joined);

    expect(await owner.next('member:add')).toEqual(joined.me);
    expect(await owner.next('server:update')).toMatchObject({ id: server.id, memberCount: 2 });
    expect(await device.next('server:create')).toEqual(joined);
    await Promise.all([device.settle(), owner.settle()]);
    expect(owner.names()).toEqual(['member:add', 'server:update']);
    expect(device.names()).toEqual(['server:create', 'member:add', 'server:update']);
  });

  it('begins with everything read that was posted before', async () => {
    const server = await buildServer(hearth);
    const quiet = await buildChannel(hearth, { server });
    await hearth.db.channel.update({ where: { id: BigInt(server.general.id) }, data: { lastSeq: 7, version: 9 } });
    const { code } = await ownInvite(server);
    const user = await buildUser(hearth);
    await join(user, code);
    const states = () => hearth.db.readState.findMany({ where: { userId: BigInt(user.id) } });
    const state = { channelId: BigInt(server.general.id), joinedSeq: 7, lastReadSeq: 7, lastDeliveredSeq: 7, markedUnreadSeq: null };
    expect(await states()).toEqual([expect.objectContaining(state)]);

    await hearth.api.as(user).call(leaveServer, { params: { serverId: server.id } });
    await hearth.db.channel.updateMany({ where: { id: { in: [server.general.id, quiet.id].map(BigInt) } }, data: { lastSeq: 20 } });
    await join(user, code);
    expect((await states()).map(({ joinedSeq, lastReadSeq, lastDeliveredSeq }) => [joinedSeq, lastReadSeq, lastDeliveredSeq])).toEqual([
      [20, 20, 20],
      [20, 20, 20],
    ]);
  });

  it('uses nothing up for somebody who is in already, also when nothing is left', async () => {
    const server = await buildServer(hearth);
    const { code } = await ownInvite(server, { maxUses: 1 });
    const user = await buildUser(hearth);
    const first = await join(user, code);
    expect(await join(user, code)).toEqual(first);
    expect((await join(server.owner, code)).id).toBe(server.id);
    expect(await uses(code)).toBe(1);
    expect(first.memberCount).toBe(2);
  });

  it('lets in exactly as many as it may, however many come at once', async () => {
    const server = await buildServer(hearth);
    const people = await Promise.all(Array.from({ length: 10 }, () => buildUser(hearth)));
    for (const maxUses of [1, 3]) {
      const { code } = await ownInvite(server, { maxUses });
      const outside = people.splice(0, 5);
      const answers = await Promise.allSettled(outside.flatMap((user) => [join(user, code), join(user, code)]));
      const inside = new Set(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.me.user.id] : [])));
      expect(inside.size).toBe(maxUses);
      for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(gone);
      expect(await uses(code)).toBe(maxUses);
    }
    const { memberCount } = await hearth.api.as(server.owner).call(getServer, { params: { serverId: server.id } });
    expect(memberCount).toBe(5);
    expect(await hearth.db.member.count({ where: { serverId: BigInt(server.id) } })).toBe(5);
  });

  it('either happens or does not while the server is being deleted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const server = await buildServer(hearth);
      const { code } = await ownInvite(server);
      const people = await Promise.all(Array.from({ length: 4 }, () => buildUser(hearth)));
      const answers = await Promise.all([
        ...people.map((user) => hearth.api.as(user).send('post', `/invites/${code}/join`)),
        hearth.api.as(server.owner).send('delete', `/servers/${server.id}`),
      ]);
      expect(answers.at(-1)?.status).toBe(204);
      for (const { status, body } of answers.slice(0, -1)) expect([200, 404]).toContain(status === 200 ? 200 : (body as Problem).status);
      expect(await hearth.db.member.count({ where: { serverId: BigInt(server.id) } })).toBe(0);
    }
  });

  it('stops at the limit of servers', async () => {
    const server = await buildServer(hearth);
    const { code } = await ownInvite(server, { maxUses: 5 });
    const user = await buildUser(hearth);
    const ids = Array.from({ length: limits.serversPerUser }, (_, index) => BigInt(index + 1));
    await hearth.db.server.createMany({ data: ids.map((id) => ({ id, name: 'Many', ownerId: BigInt(user.id) })) });
    await hearth.db.member.createMany({ data: ids.map((serverId) => ({ serverId, userId: BigInt(user.id) })) });
    await expect(join(user, code)).rejects.toMatchObject({ code: 'LIMIT_REACHED', status: 409 });
    expect(await uses(code)).toBe(0);
  });

  it('is for those who are signed in', async () => {
    const { code } = await ownInvite(await buildServer(hearth));
    expect((await hearth.api.send('post', `/invites/${code}/join`)).body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
