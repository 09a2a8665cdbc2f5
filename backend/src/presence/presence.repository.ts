import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

@Injectable()
export class PresenceRepository {
  constructor(private readonly prisma: PrismaService) {}

  async membersOf(serverId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ user_id: string }>('presence_members', 'SELECT user_id FROM members WHERE server_id = $1', [
      serverId,
    ]);
    return rows.map((row) => row.user_id);
  }
}
