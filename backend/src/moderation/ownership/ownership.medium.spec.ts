import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteServer, leaveServer, limits, transferServer, updateServer } from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const params = ({ id: serverId }: TestServer) => ({ params: { serverId } });
const transfer = (caller: TestUser, server: TestServer, user: TestUser, password = caller.password) =>
  hearth.api.as(caller).call(transferServer, { ...params(server), body: { userId: user.id, password } });

describe('handing a server over', () => {
  it('makes a member its owner and the owner a member, at once', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(user);
    const after = await transfer(server.owner, server, user);
    expect(after).toMatchObject({ id: server.id, ownerId: user.id });
    expect(await socket.next('server:update')).toEqual(after);
    expect(await actsOf(hearth, { ...server, owner: user }, 'OWNER_TRANSFER')).toEqual([
      {
        actorId: server.owner.id,
        targetId: user.id,
        targetName: user.username,
        changes: [{ key: 'owner', before: server.owner.username, after: user.username }],
        reason: null,
      },
    ]);
    const rename = (caller: TestUser) => hearth.api.as(caller).call(updateServer, { ...params(server), body: { name: 'Theirs' } });
    await expect(rename(server.owner)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await rename(user);
    await hearth.api.as(server.owner).call(leaveServer, params(server));
  });

  it('takes the password, and the owner', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(transfer(server.owner, server, user, 'wrong password')).rejects.toMatchObject({ code: 'PASSWORD_WRONG', status: 403 });
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    await expect(transfer(user, server, user)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(transfer(server.owner, server, server.owner)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(transfer(server.owner, server, await buildUser(hearth))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.db.server.findUnique({ where: { id: BigInt(server.id) } })).toMatchObject({ ownerId: BigInt(server.owner.id) });
  });

  it('does not go on with passwords that are guessed', async () => {
    const limited = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
    const { user, server } = await buildMember(limited);
    const guess = (password: string) =>
      limited.api.as(server.owner).call(transferServer, { ...params(server), body: { userId: user.id, password } });
    for (let count = 0; count < 10; count += 1)
      await expect(guess(`wrong password ${count}`)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(guess(server.owner.password)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await limited.close();
  });

  it.each([
    { userId: 'x', password: 'p' },
    { userId: '1' },
    { userId: '1', password: '' },
    { userId: '1', password: 'x'.repeat(limits.password.max + 1) },
  ])('refuses %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    expect((await hearth.api.as(owner).send('post', `/servers/${id}/owner`, body)).body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('deleting a server', () => {
  it('with its name takes the right one', async () => {
    const server = await buildServer(hearth, { name: 'The workshop' });
    const remove = (name: string) => hearth.api.as(server.owner).call(deleteServer, { ...params(server), query: { name } });
    for (const name of ['the workshop', 'The workshop ', ''])
      await expect(remove(name)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.name' }] });
    await remove('The workshop');
    expect(await hearth.db.server.count({ where: { id: BigInt(server.id) } })).toBe(0);
  });

  it('tells nobody else whether the name is right', async () => {
    const { user, server } = await buildMember(hearth);
    const attempt = hearth.api.as(user).call(deleteServer, { ...params(server), query: { name: 'Another' } });
    await expect(attempt).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });
});
