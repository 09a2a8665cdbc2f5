import { Injectable } from '@nestjs/common';
import { Bus } from '../../cluster/bus.js';
import { SessionsRepository } from './sessions.repository.js';

const KEPT_FOR = 30_000;
const MAX_SESSIONS = 50_000;

interface Entry {
  until: number;
  isLive: Promise<boolean>;
}

/**
 * Whether sessions have not ended, asked of the database twice a minute for each. The news that one ended drops it at once; a read that
 * was under way then is not kept, since the entry that held it is gone.
 */
@Injectable()
export class SessionCache {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly repository: SessionsRepository,
    bus: Bus,
  ) {
    bus.subscribe('sessions:ended', ({ sessionIds }) => {
      for (const sessionId of sessionIds) this.entries.delete(sessionId);
    });
    bus.onRestored(() => this.entries.clear());
  }

  isLive(sessionId: string): Promise<boolean> {
    const known = this.entries.get(sessionId);
    return known && known.until > Date.now() ? known.isLive : this.read(sessionId);
  }

  private read(sessionId: string): Promise<boolean> {
    if (this.entries.size >= MAX_SESSIONS) this.entries.clear();
    const entry: Entry = { until: Date.now() + KEPT_FOR, isLive: this.repository.isLive(sessionId) };
    this.entries.set(sessionId, entry);
    entry.isLive.catch(() => {
      if (this.entries.get(sessionId) === entry) this.entries.delete(sessionId);
    });
    return entry.isLive;
  }
}
