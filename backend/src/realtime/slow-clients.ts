import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LocalSockets } from './local-sockets.js';
import type { HearthSocket } from './sockets.js';

const CHECK_EVERY = 5_000;
const MAX_FRAMES = 2_000;
const MAX_CHARACTERS = 8_000_000;

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
    // Discarding: a polite close would wait until what piles up has been taken.
    for (const socket of this.sockets.all()) if (isBehind(waitingFrames(socket))) socket.conn.close(true);
  }
}

interface Frame {
  data?: string | ArrayBufferLike;
}

// Engine.IO keeps what the transport has not taken yet in a field that its types call private and its documentation names.
const waitingFrames = (socket: HearthSocket): Frame[] => (socket.conn as unknown as { writeBuffer: Frame[] }).writeBuffer;

const lengthOf = ({ data }: Frame): number => (typeof data === 'string' ? data.length : (data?.byteLength ?? 0));

const isBehind = (frames: Frame[]): boolean =>
  frames.length > MAX_FRAMES || frames.reduce((total, frame) => total + lengthOf(frame), 0) > MAX_CHARACTERS;
