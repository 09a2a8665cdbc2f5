import type { ClientToServerEvents, ServerToClientEvents } from '@hearth/contract';
import type { Server, Socket } from 'socket.io';
import type { Caller } from '../http/caller.js';

export interface SocketData {
  caller: Caller;
}

// Events between nodes are the bus's, not Socket.IO's.
type NoEvents = Record<string, never>;

export type HearthServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
export type HearthSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
