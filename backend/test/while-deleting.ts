import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from './harness.js';

const UNTIL_IT_WAITS = 300;

/** Deletes a channel in a transaction that commits when `work`, which begins after the channel is locked, had time to meet it. */
export async function whileDeletingChannel(hearth: TestApp, channelId: string, work: () => Promise<void>): Promise<void> {
  const id = BigInt(channelId);
  const deleting = async (): Promise<Promise<void>[]> =>
    hearth.db.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT FROM channels WHERE id = ${id} FOR UPDATE`;
      const running = [work()];
      await sleep(UNTIL_IT_WAITS);
      await transaction.channel.delete({ where: { id } });
      return running;
    });
  await Promise.all(await deleting());
}

/** Deletes a role in a transaction that commits when `work`, which begins after its server is locked, had time to meet it. */
export async function whileDeletingRole(hearth: TestApp, serverId: string, roleId: string, work: () => Promise<void>): Promise<void> {
  const id = BigInt(serverId);
  const deleting = async (): Promise<Promise<void>[]> =>
    hearth.db.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT FROM servers WHERE id = ${id} FOR NO KEY UPDATE`;
      const running = [work()];
      await sleep(UNTIL_IT_WAITS);
      await transaction.role.delete({ where: { id: BigInt(roleId) } });
      await transaction.server.update({ where: { id }, data: { accessVersion: { increment: 1 } } });
      return running;
    });
  await Promise.all(await deleting());
}
