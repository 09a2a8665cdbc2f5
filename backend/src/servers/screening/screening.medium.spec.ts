import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptRules, createInvite, createMessage, getScreening, getServer, joinServer, updateServer, type Input } from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildMember, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const as = (user: TestUser) => hearth.api.as(user);
const params = ({ id: serverId }: TestServer) => ({ params: { serverId } });
const update = (server: TestServer, body: Partial<Input<typeof updateServer>['body']>) =>
  as(server.owner).call(updateServer, { ...params(server), body });
const send = (user: TestUser, { general }: TestServer) =>
  as(user).call(createMessage, { params: { channelId: general.id }, body: { content: 'hello', nonce: randomUUID() } });
async function join(user: TestUser, server: TestServer) {
  const { code } = await as(server.owner).call(createInvite, { ...params(server), body: {} });
  return as(user).call(joinServer, { params: { code } });
}

describe('the rules of a server', () => {
  it('are accepted by who comes before they may do more than read', async () => {
    const server = await buildServer(hearth);
    const rules = ['Be kind.', 'No adverts.'];
    await update(server, { rules });
    const user = await buildUser(hearth);
    expect((await join(user, server)).me).toMatchObject({ pending: true });
    expect(await as(user).call(getScreening, params(server))).toEqual({ rules, minAccountAge: 0 });
    await expect(send(user, server)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const socket = await hearth.connect(server.owner);
    const member = await as(user).call(acceptRules, params(server));
    expect(member).toMatchObject({ user: { id: user.id }, pending: false });
    expect(await socket.next('member:update')).toEqual(member);
    await send(user, server);
    expect(await as(user).call(acceptRules, params(server))).toEqual(member);
    await socket.settle();
    expect(socket.all('member:update')).toHaveLength(1);
  });

  it('are not asked of who was there before, and of nobody when they are gone', async () => {
    const { user: before, server } = await buildMember(hearth);
    await update(server, { rules: ['Be kind.'] });
    await send(before, server);
    const after = await buildUser(hearth);
    await join(after, server);
    const socket = await hearth.connect(after);
    await update(server, { rules: [] });
    expect(await socket.next('member:update')).toMatchObject({ user: { id: after.id }, pending: false });
    await send(after, server);
  });

  it('are for members', async () => {
    const server = await buildServer(hearth);
    const stranger = await buildUser(hearth);
    await expect(as(stranger).call(getScreening, params(server))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(as(stranger).call(acceptRules, params(server))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the age of an account', () => {
  it('lets nobody in who is too new, and says how long it takes', async () => {
    const server = await buildServer(hearth);
    await update(server, { minAccountAge: 3_600 });
    const young = await buildUser(hearth);
    const { code } = await as(server.owner).call(createInvite, { ...params(server), body: {} });
    const answer = await as(young).send('post', `/invites/${code}/join`);
    expect(answer.body).toMatchObject({ code: 'ACCOUNT_TOO_NEW', status: 403, retryAfter: expect.any(Number) });
    await expect(buildUser(hearth, { inviteCode: code })).rejects.toMatchObject({ code: 'ACCOUNT_TOO_NEW' });
    expect(await hearth.db.invite.count({ where: { code, uses: 0 } })).toBe(1);
    await update(server, { minAccountAge: 0 });
    await join(young, server);
  });
});

describe('the verification level', () => {
  it('takes effect at once, also on those who are there', async () => {
    const { user, server } = await buildMember(hearth);
    await send(user, server);
    const socket = await hearth.connect(user);
    expect(await update(server, { verificationLevel: 'HIGH' })).toMatchObject({ verificationLevel: 'HIGH' });
    expect(await socket.next('server:update')).toMatchObject({ verificationLevel: 'HIGH' });
    await expect(send(user, server)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await send(server.owner, server);
    await update(server, { verificationLevel: 'NONE' });
    await send(user, server);
  });
});

describe('changing a server', () => {
  it('keeps what was changed, the screening as an act of its own', async () => {
    const server = await buildServer(hearth, { name: 'Before' });
    await update(server, { name: 'After', description: 'Of all sorts', rules: ['Be kind.'], minAccountAge: 60 });
    expect(await as(server.owner).call(getServer, params(server))).toMatchObject({ name: 'After', description: 'Of all sorts' });
    const act = { actorId: server.owner.id, targetId: server.id, targetName: 'Before', reason: null };
    expect(await actsOf(hearth, server, 'SERVER_UPDATE')).toEqual([
      {
        ...act,
        changes: [
          { key: 'name', before: 'Before', after: 'After' },
          { key: 'description', before: '', after: 'Of all sorts' },
        ],
      },
    ]);
    expect(await actsOf(hearth, server, 'SCREENING_UPDATE')).toEqual([
      {
        ...act,
        changes: [
          { key: 'rules', before: [], after: ['Be kind.'] },
          { key: 'minAccountAge', before: 0, after: 60 },
        ],
      },
    ]);
  });

  it.each([
    { description: 'x'.repeat(301) },
    { verificationLevel: 'HIGHEST' },
    { rules: [''] },
    { rules: ['x'.repeat(301)] },
    { rules: Array.from({ length: 17 }, () => 'rule') },
    { minAccountAge: -1 },
    { minAccountAge: 31_536_001 },
  ])('refuses %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('patch', `/servers/${id}`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
