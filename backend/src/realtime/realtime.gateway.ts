import { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { randomUUID } from 'node:crypto';
import { PinoLogger } from 'nestjs-pino';
import type { ExtendedError } from 'socket.io';
import { asProblem } from '../http/problem.filter.js';
import { ProblemError } from '../http/problem.js';
import { EventDispatcher } from './event-dispatcher.js';
import { LocalSockets } from './local-sockets.js';
import { Publisher } from './publisher.js';
import { RealtimeRegistry } from './realtime-ports.js';
import { rooms } from './rooms.js';
import type { HearthServer, HearthSocket } from './sockets.js';
import { Turns } from './turns.js';

/**
 * After a restart everybody comes back at once. All in parallel would be ready together at the very end, when the first have given up
 * waiting, and hold all that is read for them in memory until then.
 */
const OPENING_AT_ONCE = 16;

/** The life of a connection: refused in the handshake without a valid token; then rooms, `ready`, events. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<HearthServer>, OnGatewayConnection<HearthSocket>, OnGatewayDisconnect<HearthSocket> {
  private readonly turns = new Turns(OPENING_AT_ONCE);

  constructor(
    private readonly registry: RealtimeRegistry,
    private readonly dispatcher: EventDispatcher,
    private readonly sockets: LocalSockets,
    private readonly publisher: Publisher,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('realtime');
  }

  afterInit(server: HearthServer): void {
    this.sockets.attach(server);
    this.publisher.attach(server);
    server.use((socket, next) => void this.authenticate(socket, next));
  }

  handleConnection(socket: HearthSocket): void {
    socket.onAny((name: string, ...args: unknown[]) => void this.dispatcher.dispatch(socket, name, args));
    this.turns
      .take(() => this.open(socket))
      .catch((fault: unknown) => {
        if (!asProblem(fault)) this.logger.error({ err: fault }, 'connection failed');
        socket.disconnect(true);
      });
  }

  handleDisconnect(socket: HearthSocket): void {
    this.registry.port('disconnected')(socket.data.caller, socket.id);
    void this.sockets.ended(socket);
  }

  private async authenticate(socket: HearthSocket, next: (refusal?: ExtendedError) => void): Promise<void> {
    try {
      socket.data.caller = await this.registry.port('authenticate')(tokenOf(socket));
      next();
    } catch (fault) {
      next(this.refusal(fault));
    }
  }

  // Rooms before the snapshot: whatever is committed after the snapshot was read reaches the socket as an event.
  private async open(socket: HearthSocket): Promise<void> {
    // Gone while it waited for its turn.
    if (!socket.connected) return;
    const { caller } = socket.data;
    await socket.join([rooms.user(caller.userId), rooms.session(caller.sessionId)]);
    // The session may have ended between the handshake and the join of its room.
    socket.data.caller = await this.registry.port('authenticate')(tokenOf(socket));
    await this.sockets.place(socket);
    // Gone again: its end was told when nobody knew of it, and will not be told twice.
    if (!socket.connected) return;
    await this.registry.port('connected')(caller, socket.id);
    socket.emit('ready', await this.registry.port('ready')(caller));
  }

  private refusal(fault: unknown): ExtendedError {
    const requestId = randomUUID();
    const problem = asProblem(fault);
    if (!problem) this.logger.error({ err: fault, requestId }, 'handshake failed');
    const refused = problem ?? new ProblemError('INTERNAL');
    return Object.assign(new Error(refused.code), { data: refused.toProblem(requestId) });
  }
}

function tokenOf(socket: HearthSocket): string {
  const { token } = socket.handshake.auth as { token?: unknown };
  if (typeof token !== 'string') throw new ProblemError('UNAUTHENTICATED');
  return token;
}
