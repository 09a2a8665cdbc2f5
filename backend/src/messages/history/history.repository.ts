import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../database/prisma.service.js';

export interface EditRow {
  number: number;
  content: string;
  written_at: Date;
}

@Injectable()
export class HistoryRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The last first. */
  list(messageId: string, before: number, limit: number): Promise<EditRow[]> {
    return this.prisma.statement<EditRow>(
      'history_list',
      `SELECT number, content, written_at FROM message_edits WHERE message_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3`,
      [messageId, before, limit],
    );
  }
}
