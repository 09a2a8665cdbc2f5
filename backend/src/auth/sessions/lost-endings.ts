import { Injectable } from '@nestjs/common';
import { Bus } from '../../cluster/bus.js';
import { LocalSockets } from '../../realtime/local-sockets.js';
import { SessionsRepository } from './sessions.repository.js';

/** The news that a session ended may have been lost with the broker: once it is back, this node's sockets are looked at again. */
@Injectable()
export class LostEndings {
  constructor(
    bus: Bus,
    private readonly sockets: LocalSockets,
    private readonly repository: SessionsRepository,
  ) {
    bus.onRestored(() => this.endDeadSessions());
  }

  private async endDeadSessions(): Promise<void> {
    const sessionIds = new Set(this.sockets.all().map(({ data }) => data.caller.sessionId));
    const live = await this.repository.live([...sessionIds]);
    for (const sessionId of sessionIds) if (!live.has(sessionId)) this.sockets.endSession(sessionId);
  }
}
