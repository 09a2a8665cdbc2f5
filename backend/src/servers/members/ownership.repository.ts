import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/prisma.service.js';
import type { ServerRow } from '../servers.presenter.js';

@Injectable()
export class OwnershipRepository {
  async usernames(transaction: Transaction, userIds: string[]): Promise<Map<string, string>> {
    const users = await transaction.user.findMany({ where: { id: { in: userIds.map(BigInt) } }, select: { id: true, username: true } });
    return new Map(users.map(({ id, username }) => [id.toString(), username]));
  }

  setOwner(transaction: Transaction, serverId: string, userId: string): Promise<ServerRow> {
    return transaction.server.update({
      where: { id: BigInt(serverId) },
      data: { ownerId: BigInt(userId) },
      include: { roles: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
    });
  }
}
