import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits, permissionsOf, previewOverwrites, type PermissionName } from '@hearth/contract';
import {
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestServer,
} from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const preview = async (caller: TestUser, channelId: string, overwrites: ReturnType<typeof overwrite>[]) => {
  const answer = await hearth.api.as(caller).call(previewOverwrites, { params: { channelId }, body: { overwrites } });
  const named = ({ count, members }: { count: number; members: { id: string }[] }) => [count, members.map(({ id }) => id)];
  return Object.fromEntries(
    answer.permissions.map(({ permission, gains, loses }) => [permission, { gains: named(gains), loses: named(loses) }]),
  );
};
const overwrite = (type: 'ROLE' | 'MEMBER', targetId: string, allow: PermissionName[], deny: PermissionName[] = []) => ({
  type,
  targetId,
  allow: permissionsOf(...allow).toString(),
  deny: permissionsOf(...deny).toString(),
});
const nobody = [0, []];

/** Many members at once, past the use cases; the first hundred are named. */
async function crowd({ id }: TestServer, count: number): Promise<string[]> {
  const first = 1_000_000n + BigInt(Math.trunc(Math.random() * 1e12)) * 100_000n;
  const ids = Array.from({ length: count }, (_, index) => first + BigInt(index));
  await hearth.db.user.createMany({
    data: ids.map((userId) => ({ id: userId, username: `crowd_${userId}`, displayName: `Crowd ${userId}`, passwordHash: '' })),
  });
  await hearth.db.member.createMany({ data: ids.map((userId) => ({ serverId: BigInt(id), userId })) });
  return ids.map(String);
}

describe('the preview of overwrites', () => {
  it('names who would gain and lose what, and changes nothing', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: guest } = await buildMember(hearth, { server });
    const roleId = await buildRole(hearth, { server, permissions: [], members: [user] });
    const channel = await buildPrivateChannel(hearth, { server });
    const hidden = overwrite('ROLE', server.id, [], ['VIEW_CHANNEL']);
    await buildOverwrite(hearth, { channel, userId: guest.id, allow: ['VIEW_CHANNEL'] });

    const effects = await preview(server.owner, channel.id, [hidden, overwrite('ROLE', roleId, ['VIEW_CHANNEL'], ['SEND_MESSAGES'])]);
    expect(effects['VIEW_CHANNEL']).toEqual({ gains: [1, [user.id]], loses: [1, [guest.id]] });
    expect(effects['SEND_MESSAGES']).toEqual({ gains: nobody, loses: [1, [guest.id]] });
    expect(effects['ADD_REACTIONS']).toEqual({ gains: [1, [user.id]], loses: [1, [guest.id]] });
    expect(effects['BAN_MEMBERS']).toBeUndefined();
    expect(await hearth.db.permissionOverwrite.count({ where: { channelId: BigInt(channel.id) } })).toBe(2);
    expect(await preview(server.owner, channel.id, [hidden, overwrite('MEMBER', guest.id, ['VIEW_CHANNEL'])])).toEqual({});
  });

  it('counts thousands and names the first of them, administrators aside', async () => {
    const server = await buildServer(hearth);
    const ids = await crowd(server, 3_000);
    const administrators = await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'] });
    const readers = await buildRole(hearth, { server, permissions: [] });
    const colour = await buildRole(hearth, { server, permissions: [] });
    const assign = (roleId: string, some: string[]) =>
      hearth.db.memberRole.createMany({
        data: some.map((id) => ({ serverId: BigInt(server.id), userId: BigInt(id), roleId: BigInt(roleId) })),
      });
    await assign(administrators, ids.slice(0, 10));
    await assign(readers, ids.slice(5, 1_005));
    await assign(colour, ids.filter((_, index) => index % 2 === 0)); // prettier-ignore

    const closed = [overwrite('ROLE', server.id, [], ['VIEW_CHANNEL']), overwrite('ROLE', readers, ['VIEW_CHANNEL'])];
    const { VIEW_CHANNEL } = await preview(server.owner, server.general.id, closed);
    expect(VIEW_CHANNEL?.gains).toEqual(nobody);
    expect(VIEW_CHANNEL?.loses).toEqual([1_995, ids.slice(1_005, 1_005 + limits.previewMembers)]);
  });

  it('leaves aside what passes', async () => {
    const { user, server } = await buildMember(hearth);
    await hearth.db.member.updateMany({
      where: { userId: BigInt(user.id) },
      data: { pending: true, timeoutUntil: new Date(Date.now() + 60_000) },
    });
    const effects = await preview(server.owner, server.general.id, [overwrite('ROLE', server.id, [], ['SEND_MESSAGES'])]);
    expect(effects['SEND_MESSAGES']).toEqual({ gains: nobody, loses: [1, [user.id]] });
  });

  it('is for those with MANAGE_ROLES', async () => {
    const { user, server } = await buildMember(hearth);
    const { id } = server.general;
    await expect(preview(user, id, [])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(preview(await buildUser(hearth), id, [])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answer = await hearth.api.as(server.owner).send('post', `/channels/${id}/overwrites/preview`, { overwrites: 'all' });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
