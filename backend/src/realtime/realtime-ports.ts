import { Injectable } from '@nestjs/common';
import type { Ready } from '@hearth/contract';
import type { Caller } from '../http/caller.js';

/** What realtime needs and features give, so that it knows none of them. */
export interface RealtimePorts {
  /** Who holds this access token. @throws UNAUTHENTICATED, SESSION_ENDED */
  authenticate(token: string): Promise<Caller>;
  /** The rooms of servers and channels that a user may listen to now. */
  roomsOf(userId: string): Promise<string[]>;
  /** The first event of a connection. */
  ready(caller: Caller): Promise<Ready>;
  connected(caller: Caller, socketId: string): Promise<void>;
  disconnected(caller: Caller, socketId: string): void;
}

/** Features fill the ports while the application starts; an empty one is a fault of ours and fails loudly. */
@Injectable()
export class RealtimeRegistry {
  private readonly filled: Partial<RealtimePorts> = {};

  fill(ports: Partial<RealtimePorts>): void {
    Object.assign(this.filled, ports);
  }

  port<N extends keyof RealtimePorts>(name: N): RealtimePorts[N] {
    const port = this.filled[name];
    if (!port) throw new Error(`nothing fills the realtime port ${name}`);
    return port;
  }
}
