import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getChannel } from '@hearth/contract';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  type TestServer,
} from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService } from './permissions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

async function giveRole({ id }: TestServer, user: TestUser, roleId: string): Promise<void> {
  const [serverId, userId] = [BigInt(id), BigInt(user.id)];
  await hearth.db.memberRole.create({ data: { serverId, userId, roleId: BigInt(roleId) } });
  await hearth.get(PermissionsService).membershipChanged(id, user.id);
}

describe('what a member comes to see, or sees no more', () => {
  it('follows a role that is given', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: other } = await buildMember(hearth, { server });
    const channel = await buildPrivateChannel(hearth, { server });
    const roleId = await buildRole(hearth, { server, permissions: [] });
    await buildOverwrite(hearth, { channel, roleId, allow: ['VIEW_CHANNEL'] });
    const [device, bystander] = await Promise.all([hearth.connect(user), hearth.connect(other)]);
    await giveRole(server, user, roleId);
    expect(await device.next('channel:create')).toMatchObject({ id: channel.id, serverId: server.id });
    await hearth.get(MessagesService).create(server.owner, channel.id, { content: 'Welcome', nonce: crypto.randomUUID() });
    expect(await device.next('message:new')).toMatchObject({ message: { content: 'Welcome' } });
    await bystander.settle();
    expect([...bystander.all('channel:create'), ...bystander.all('message:new')]).toEqual([]);
  });

  it('follows an overwrite that hides a channel from everybody, and one that shows it again', async () => {
    const { user, server } = await buildMember(hearth);
    const channel = await buildChannel(hearth, { server });
    const [device, owner] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    await buildOverwrite(hearth, { channel, deny: ['VIEW_CHANNEL'] });
    expect(await device.next('channel:delete')).toEqual({ serverId: server.id, channelId: channel.id });
    await expect(hearth.api.as(user).call(getChannel, { params: { channelId: channel.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await hearth.get(MessagesService).create(server.owner, channel.id, { content: 'Alone', nonce: crypto.randomUUID() });
    await owner.next('message:new');
    await device.settle();
    expect(device.all('message:new')).toEqual([]);
    await buildOverwrite(hearth, { channel });
    expect(await device.next('channel:create')).toMatchObject({ id: channel.id, lastSeq: 1 });
    await owner.settle();
    expect([...owner.all('channel:create'), ...owner.all('channel:delete')]).toEqual([]);
  });
});
