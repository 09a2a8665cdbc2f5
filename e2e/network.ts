import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The network between one person and the server, which can break as networks do. */
export class Network {
  private readonly connections = new Set<Socket>();
  private state: 'up' | 'silent' | 'down' = 'up';
  /** How many bytes may still go to the server. */
  private allowed = Infinity;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  static async to(target: number): Promise<Network> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Network(server, target);
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Nothing passes any more and nobody is told: a train in a tunnel. */
  silence(): void {
    this.state = 'silent';
    for (const socket of this.connections) socket.pause();
  }

  /** The same, once so many bytes have gone to the server. */
  silenceAfter(bytes: number): void {
    this.allowed = bytes;
  }

  get isSilent(): boolean {
    return this.state === 'silent';
  }

  /** Every connection breaks, and none is accepted. */
  cut(): void {
    this.state = 'down';
    for (const socket of this.connections) socket.destroy();
  }

  restore(): void {
    this.state = 'up';
    this.allowed = Infinity;
    for (const socket of this.connections) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.state === 'down') {
      near.destroy();
      return;
    }
    const far = connect(this.target, '127.0.0.1');
    near.on('data', ({ length }) => this.count(length));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.connections.add(socket);
      socket.on('data', (chunk) => other.write(chunk));
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.connections.delete(socket);
        other.destroy();
      });
      if (this.state === 'silent') socket.pause();
    }
  }

  private count(bytes: number): void {
    this.allowed -= bytes;
    if (this.allowed <= 0 && this.state === 'up') this.silence();
  }
}
