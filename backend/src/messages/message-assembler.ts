import { Injectable } from '@nestjs/common';
import type { Message } from '@hearth/contract';
import { MessageContextRepository } from './message-context.repository.js';
import { presentMessage, type MessageRow } from './messages.presenter.js';

/** Makes messages of their rows: with what they quote, whom they mention, and, for one reader, what that person has on them. */
@Injectable()
export class MessageAssembler {
  constructor(private readonly repository: MessageContextRepository) {}

  /**
   * In the same order. One query for each kind of what the rows need, none for kinds that none of them needs.
   *
   * @param readerId whose own part is in them; null where everybody gets the same
   */
  async assemble(rows: MessageRow[], readerId: string | null): Promise<Message[]> {
    const present = rows.filter((row) => row.deleted_at === null);
    const quoted = unique(present.flatMap(({ reply_to_id }) => reply_to_id ?? []));
    const mentioned = unique(present.flatMap(({ mention_ids }) => mention_ids ?? []));
    const [quotes, users, own] = await Promise.all([
      quoted.length > 0 ? this.repository.quotes(quoted) : new Map(),
      mentioned.length > 0 ? this.repository.users(mentioned) : new Map(),
      readerId !== null && present.length > 0 ? this.repository.own(readerId, present, quoted) : new Map(),
    ]);
    return rows.map((row) => presentMessage(row, { quotes, users, own }));
  }

  async one(row: MessageRow, readerId: string | null): Promise<Message> {
    const [message] = await this.assemble([row], readerId);
    return message ?? presentMessage(row);
  }
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
