import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const GRACE = 3_000;

/** The open connections of the server. A client that does not answer must not hold up its end. */
export class Connections {
  private readonly open = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
  }

  /** Runs what closes the server, and cuts off whoever is still connected a while later. */
  async end(close: () => Promise<void>): Promise<void> {
    const timer = setTimeout(() => {
      for (const socket of this.open) socket.destroy();
    }, GRACE);
    await close().finally(() => clearTimeout(timer));
  }
}
