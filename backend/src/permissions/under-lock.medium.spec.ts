import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRole, getServer, permissionsOf } from '@hearth/contract';
import { buildMember, buildRole } from '../../test/factories/servers.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { PermissionsService } from './permissions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

/** Takes a permission from a role as another node does, from which this one has not heard. */
async function weaken(serverId: string, roleId: string): Promise<void> {
  await hearth.db.$transaction(async (transaction) => {
    await hearth.get(PermissionsService).raiseAccessVersion(transaction, serverId);
    await transaction.role.update({ where: { id: BigInt(roleId) }, data: { permissions: permissionsOf('VIEW_CHANNEL') } });
  });
}

describe('an act under the lock of the rules', () => {
  it('goes by what they are, not by what this node held of them', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_ROLES'], members: [user] });
    const api = hearth.api.as(user);
    const create = () => api.call(createRole, { params: { serverId: server.id }, body: { name: 'mine' } });
    await create();
    const held = () => hearth.get(PermissionsService).server(user, server.id, 'MANAGE_ROLES');
    await held();
    await weaken(server.id, roleId);
    await held();
    await expect(create()).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await hearth.api.as(server.owner).call(getServer, { params: { serverId: server.id } })).roles).toHaveLength(3);
  });

  it('waits for the one before it', async () => {
    const { server } = await buildMember(hearth);
    const permissions = hearth.get(PermissionsService);
    const steps: string[] = [];
    const act = (name: string) =>
      permissions.underLock(server.owner, server.id, [], async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(`${name} ends`);
      });
    await Promise.all([act('one'), act('other')]);
    const [first] = steps;
    expect(steps).toEqual(
      first === 'one begins'
        ? ['one begins', 'one ends', 'other begins', 'other ends']
        : ['other begins', 'other ends', 'one begins', 'one ends'],
    );
  });

  it('finds no server that is gone, and none of which the caller is no member', async () => {
    const { user } = await buildMember(hearth);
    const { server } = await buildMember(hearth);
    const act = (serverId: string) => hearth.get(PermissionsService).underLock(user, serverId, [], () => Promise.resolve('done'));
    for (const serverId of ['1', server.id]) await expect(act(serverId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
