import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listChannels, orderChannels, updateChannel, type Channel, type Input } from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const list = async (caller: TestUser, serverId: string) =>
  (await hearth.api.as(caller).call(listChannels, { params: { serverId } })).channels;

describe('ordering channels', () => {
  const order = (caller: TestUser, serverId: string, channels: Input<typeof orderChannels>['body']['channels']) =>
    hearth.api.as(caller).call(orderChannels, { params: { serverId }, body: { channels } });
  const places = (channels: Channel[]) => channels.map(({ id, position, parentId }) => [id, position, parentId]);

  it('moves several at once in one frame and tells each one that changed', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const second = await buildChannel(hearth, { server });
    const device = await hearth.connect(user);
    const frames: string[] = [];
    device.socket.onAny((name: string) => frames.push(name));
    const { channels } = await order(server.owner, server.id, [
      { id: server.general.id, position: 0, parentId: category.id },
      { id: second.id, position: 0 },
      { id: category.id, position: 1 },
    ]);
    expect(places(channels)).toEqual([
      [server.general.id, 0, category.id],
      [second.id, 0, null],
      [category.id, 1, null],
    ]);
    expect(await list(user, server.id)).toEqual(channels);
    await device.settle();
    expect(device.all('channel:update')).toEqual(expect.arrayContaining(channels.slice(0, 2)));
    expect(device.names()).toEqual(['channel:update', 'channel:update']);
    expect(frames.filter((name) => name !== 'presence')).toEqual(['events']);
  });

  it('tells of private channels only those who may see them', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await order(server.owner, server.id, [
      { id: hidden.id, position: 0 },
      { id: server.general.id, position: 1 },
    ]);
    await Promise.all([device.settle(), owner.settle()]);
    expect(device.all('channel:update').map(({ id }) => id)).toEqual([server.general.id]);
    expect(
      owner
        .all('channel:update')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([hidden.id, server.general.id].sort());
  });

  it('is all or nothing', async () => {
    const server = await buildServer(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const elsewhere = await buildServer(hearth, { owner: server.owner });
    const before = await list(server.owner, server.id);
    const wrong = [
      { id: elsewhere.general.id, position: 0 },
      { id: category.id, position: 0, parentId: category.id },
      { id: server.general.id, position: 5 },
    ];
    for (const move of wrong) {
      const refused = order(server.owner, server.id, [{ id: server.general.id, position: 9 }, move]);
      await expect(refused).rejects.toMatchObject({ code: 'VALIDATION' });
    }
    expect(await list(server.owner, server.id)).toEqual(before);
  });

  it('needs MANAGE_CHANNELS and a view of what is moved', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const move = [{ id: server.general.id, position: 3 }];
    await expect(order(user, server.id, move)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(order(await buildUser(hearth), server.id, move)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    await expect(order(user, server.id, [{ id: hidden.id, position: 3 }])).rejects.toMatchObject({ code: 'VALIDATION' });
    expect((await order(user, server.id, move)).channels).toEqual([expect.objectContaining({ id: server.general.id, position: 3 })]);
  });

  it('takes MANAGE_CHANNELS in the channel and in the category that it comes into, as moving it alone does', async () => {
    const { user, server } = await buildMember(hearth);
    const [open, shut] = [
      await buildChannel(hearth, { server, type: 'CATEGORY' }),
      await buildChannel(hearth, { server, type: 'CATEGORY' }),
    ];
    const [free, kept] = [await buildChannel(hearth, { server }), await buildChannel(hearth, { server, parentId: open.id })];
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    for (const channel of [shut, kept]) await buildOverwrite(hearth, { channel, userId: user.id, deny: ['MANAGE_CHANNELS'] });
    const refusedMoves = [
      { id: free.id, position: 0, parentId: shut.id },
      { id: kept.id, position: 0, parentId: null },
    ];
    for (const move of refusedMoves) {
      await expect(order(user, server.id, [move])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
      const alone = hearth.api.as(user).call(updateChannel, { params: { channelId: move.id }, body: { parentId: move.parentId } });
      await expect(alone).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    }
    const within = [
      { id: free.id, position: 0, parentId: open.id },
      { id: kept.id, position: 1, parentId: open.id },
    ];
    expect(places((await order(user, server.id, within)).channels)).toEqual(expect.arrayContaining([[free.id, 0, open.id], [kept.id, 1, open.id]])); // prettier-ignore
  });

  it('ends in the order of one of those who order at once', async () => {
    const server = await buildServer(hearth);
    const second = await buildChannel(hearth, { server });
    const [one, other] = [
      [0, 1],
      [7, 6],
    ] as const;
    await Promise.all(
      [one, other].map(([a, b]) =>
        order(server.owner, server.id, [
          { id: server.general.id, position: a },
          { id: second.id, position: b },
        ]),
      ),
    );
    const positions = Object.fromEntries((await list(server.owner, server.id)).map(({ id, position }) => [id, position]));
    expect([
      [0, 1],
      [7, 6],
    ]).toContainEqual([positions[server.general.id], positions[second.id]]);
  });

  it.each([
    {},
    { channels: [] },
    { channels: [{ id: 'x', position: 0 }] },
    { channels: [{ id: '1', position: -1 }] },
    { channels: [{ id: '1' }] },
  ])('refuses %j', async (body) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('patch', `/servers/${id}/channels`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: expect.stringMatching(/^body\.channels/) }] });
  });
});
