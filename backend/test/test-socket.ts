import {
  serverEvents,
  type Acknowledgement,
  type ClientData,
  type ClientEventName,
  type ClientRequest,
  type ClientToServerEvents,
  type Ready,
  type ServerEventEntry,
  type ServerPayload,
  type ServerToClientEvents,
  type SingleServerEventName,
} from '@hearth/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';

const PATIENCE = 15_000;

/** A client's socket that remembers what it was sent, one by one, whether it came alone or in an `events` frame. */
export class TestSocket {
  readonly received: ServerEventEntry[] = [];
  /** The reason, once the connection has ended. */
  ended: string | undefined;
  private readonly taken = new Set<ServerEventEntry>();

  private constructor(readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>) {
    socket.on('disconnect', (reason) => (this.ended = reason));
    socket.onAny((name: string, payload: unknown) => {
      if (name === 'events') this.received.push(...serverEvents.events.parse(payload));
      else this.received.push([name, payload] as ServerEventEntry);
    });
  }

  /** Resolves after `ready`. @throws the refusal of the handshake, with the problem in `data` */
  static async connect(url: string, token: unknown): Promise<TestSocket> {
    const socket = new TestSocket(io(url, { auth: { token }, transports: ['websocket'], forceNew: true, reconnection: false }));
    await new Promise<void>((resolve, reject) => {
      socket.socket.once('connect', resolve);
      socket.socket.once('connect_error', reject);
    });
    await socket.next('ready');
    return socket;
  }

  get id(): string {
    return this.socket.id ?? '';
  }

  get ready(): Ready {
    const [, ready] = this.received.find(([name]) => name === 'ready') ?? [];
    return ready as Ready;
  }

  /** Sends an event as a client does. */
  async emit<N extends ClientEventName>(name: N, payload: ClientRequest<N>): Promise<Acknowledgement<ClientData<N>>> {
    return (await this.send(name, payload)) as Acknowledgement<ClientData<N>>;
  }

  /** Sends anything, for what the contract would not let through. */
  async send(name: string, ...args: unknown[]): Promise<unknown> {
    return await (this.socket.timeout(PATIENCE) as unknown as { emitWithAck(...all: unknown[]): Promise<unknown> }).emitWithAck(
      name,
      ...args,
    );
  }

  /** Sends anything and waits for nothing. */
  fire(name: string, ...args: unknown[]): void {
    (this.socket as unknown as { emit(...all: unknown[]): void }).emit(name, ...args);
  }

  /** The payload of the first event of this name that was not taken yet, waiting for it if need be. */
  async next<N extends SingleServerEventName>(
    name: N,
    matches: (payload: ServerPayload<N>) => boolean = () => true,
  ): Promise<ServerPayload<N>> {
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(5)) {
      const found = this.received.find((entry) => entry[0] === name && !this.taken.has(entry) && matches(entry[1] as ServerPayload<N>));
      if (!found) continue;
      this.taken.add(found);
      return found[1] as ServerPayload<N>;
    }
    throw new Error(`no ${name} came; there were: ${this.names().join(', ')}`);
  }

  /** The payloads of all events of this name so far. */
  all<N extends SingleServerEventName>(name: N): ServerPayload<N>[] {
    return this.received.filter((entry) => entry[0] === name).map(([, payload]) => payload as ServerPayload<N>);
  }

  /** The names of all events after `ready`, in order, without presence. */
  names(): SingleServerEventName[] {
    return this.received.map(([name]) => name).filter((name) => name !== 'ready' && name !== 'presence');
  }

  /** Everything that this node had sent before is in `received` afterwards: one connection keeps the order. */
  async settle(): Promise<void> {
    await this.emit('presence:update', {});
  }

  async untilEnded(): Promise<string> {
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(5)) if (this.ended !== undefined) return this.ended;
    throw new Error('the socket did not end');
  }

  close(): void {
    this.socket.disconnect();
  }
}
