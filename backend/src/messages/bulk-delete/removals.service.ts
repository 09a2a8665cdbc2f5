import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/prisma.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { MessagesService } from '../messages.service.js';
import { BulkDeleteRepository, type RemovedMessage, type Selection } from './bulk-delete.repository.js';

export type { RemovedMessage, Selection } from './bulk-delete.repository.js';

interface Together {
  /** Of messages at or below this seq nothing is removed. */
  floor?: number;
  /** What comes before, in the same transaction. False: nothing is done. */
  first?: (transaction: Transaction) => Promise<boolean>;
  /** What follows, in the same transaction. */
  then?: (transaction: Transaction, removed: RemovedMessage[], channelId: string) => Promise<void>;
}

/** A lane of a channel is held by one of these for a moment only. */
const AT_ONCE = 500;

/** Many messages removed at once: tombstones, one event for each channel. */
@Injectable()
export class RemovalsService {
  constructor(
    private readonly repository: BulkDeleteRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  count(selection: Selection): Promise<number> {
    return this.repository.count(selection);
  }

  /** In the order of what else happens in the channel. Null when `first` said no. */
  remove(channelId: string, ids: string[], together: Together = {}): Promise<RemovedMessage[] | null> {
    return this.messages.inOrder(channelId, async () => {
      const removed = await this.repository.transaction(async (transaction) => {
        if (together.first && !(await together.first(transaction))) return null;
        const rows = await this.repository.remove(transaction, channelId, ids, together.floor ?? 0);
        const sorted = rows.toSorted((one, other) => one.version - other.version);
        if (sorted.length > 0) await together.then?.(transaction, sorted, channelId);
        return sorted;
      });
      if (removed && removed.length > 0) await this.tell(channelId, removed);
      const detailed = removed?.filter(({ hasDetails }) => hasDetails) ?? [];
      if (detailed.length > 0) await this.messages.changed.tell(detailed.map(({ id }) => id.toString()));
      return removed;
    });
  }

  /** Removes the first few hundred of a selection, channel by channel. Answers with where the others begin; null when there are none. */
  async removeSome(selection: Selection, together: Pick<Together, 'first' | 'then'> = {}): Promise<{ found: number; next: string | null }> {
    const found = await this.repository.find(selection, AT_ONCE);
    for (const [channelId, messages] of Map.groupBy(found, (message) => message.channelId)) {
      const ids = messages.map(({ id }) => id);
      await this.remove(channelId, ids, together);
    }
    const last = found.length === AT_ONCE ? found.at(-1) : undefined;
    return { found: found.length, next: last ? (BigInt(last.id) + 1n).toString() : null };
  }

  private async tell(channelId: string, removed: RemovedMessage[]): Promise<void> {
    const [first, last] = [removed[0], removed.at(-1)];
    const room = await this.permissions.roomOfChannel(channelId);
    if (!first || !last || room === null) return;
    this.publisher.emit(room, 'message:bulk-delete', {
      channelId,
      ids: removed.map(({ id }) => id.toString()),
      seqs: removed.map(({ seq }) => seq),
      fromVersion: first.version,
      version: last.version,
      deletedAt: first.deletedAt.toISOString(),
    });
  }
}
