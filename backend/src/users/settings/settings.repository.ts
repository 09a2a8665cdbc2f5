import { Injectable } from '@nestjs/common';
import type { Settings } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';

@Injectable()
export class SettingsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Undefined when the account is gone. */
  async of(userId: string): Promise<unknown> {
    const user = await this.prisma.user.findUnique({ where: { id: BigInt(userId) }, select: { settings: true } });
    return user?.settings;
  }

  /** Changes only the given ones, so that two devices that change different ones do not undo each other. */
  async merge(userId: string, change: Partial<Settings>): Promise<unknown> {
    const rows = await this.prisma.statement<{ settings: unknown }>(
      'settings_merge',
      'UPDATE users SET settings = settings || $2::jsonb WHERE id = $1 RETURNING settings',
      [userId, JSON.stringify(change)],
    );
    return rows[0]?.settings;
  }
}
