import { Injectable } from '@nestjs/common';
import { Bus } from '../cluster/bus.js';
import { LocalSockets } from './local-sockets.js';

/** A session that ends takes its sockets with it, on whichever node they are. */
@Injectable()
export class SessionEndings {
  constructor(bus: Bus, sockets: LocalSockets) {
    bus.subscribe('sessions:ended', ({ sessionIds }) => {
      for (const sessionId of sessionIds) sockets.endSession(sessionId);
    });
  }
}
