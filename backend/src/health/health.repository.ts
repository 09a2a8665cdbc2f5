import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

@Injectable()
export class HealthRepository {
  constructor(private readonly prisma: PrismaService) {}

  ping(): Promise<unknown> {
    return this.prisma.pool.query('SELECT 1');
  }
}
