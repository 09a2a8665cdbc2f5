import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LocalSockets } from './local-sockets.js';
import type { HearthSocket } from './sockets.js';

const CHECK_EVERY = 5_000;
const MAX_WAITING_FRAMES = 2_000;

/** A client that does not take its frames would fill the memory of the node. It is let go, and catches up when it comes back. */
@Injectable()
export class SlowClients implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sockets: LocalSockets) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.check(), CHECK_EVERY);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private check(): void {
    for (const socket of this.sockets.all()) if (waitingFrames(socket) > MAX_WAITING_FRAMES) socket.disconnect(true);
  }
}

// Engine.IO keeps what the transport has not taken yet in a field that its types call private and its documentation names.
const waitingFrames = (socket: HearthSocket): number => {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
  return writeBuffer.length;
};
