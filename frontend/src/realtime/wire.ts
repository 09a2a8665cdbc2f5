import {
  type Acknowledgement,
  type ClientData,
  type ClientEventName,
  type ClientRequest,
  type ClientToServerEvents,
  type ServerEventEntry,
  type ServerPayload,
  type ServerToClientEvents,
  type SingleServerEventName,
} from '@hearth/contract';
import { type Socket, io } from 'socket.io-client';
import { DisconnectedError, TimeoutError } from './errors';

export interface WireListeners {
  onConnect: () => void;
  onDisconnect: () => void;
  /** An attempt failed: with the problem details of a server that refused, undefined when none was reached. */
  onRefused: (data: unknown) => void;
  onEvents: (events: ServerEventEntry[]) => void;
}

/** One connection attempt after another; when to try is not its business. */
export interface Wire {
  open(token: string): void;
  close(): void;
  /** Rejects with TimeoutError or DisconnectedError. */
  send<N extends ClientEventName>(name: N, payload: ClientRequest<N>, timeout: number): Promise<Acknowledgement<ClientData<N>>>;
}

type AppSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** What Socket.IO's types make of an emit cannot be followed through a generic name; this says it for one name at a time. */
interface Emitter {
  emitWithAck<N extends ClientEventName>(name: N, payload: ClientRequest<N>): Promise<Acknowledgement<ClientData<N>>>;
}

const entry = <N extends SingleServerEventName>(name: N, payload: ServerPayload<N>) => [name, payload] as ServerEventEntry;

export function createWire(listeners: WireListeners): Wire {
  let token = '';
  const socket: AppSocket = io({
    autoConnect: false,
    reconnection: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (give) => give({ token }),
  });
  socket.on('connect', listeners.onConnect);
  socket.on('disconnect', listeners.onDisconnect);
  socket.on('connect_error', (error) => listeners.onRefused('data' in error ? error.data : undefined));
  socket.onAny((name: SingleServerEventName | 'events', payload: never) => {
    listeners.onEvents(name === 'events' ? payload : [entry(name, payload)]);
  });
  return {
    open(fresh) {
      token = fresh;
      socket.connect();
    },
    close() {
      socket.disconnect();
    },
    async send(name, payload, timeout) {
      if (!socket.connected) throw new DisconnectedError('There is no connection');
      const emitter: Emitter = socket.timeout(timeout);
      try {
        return await emitter.emitWithAck(name, payload);
      } catch (error) {
        if (socket.connected) throw new TimeoutError('The server did not answer in time', { cause: error });
        throw new DisconnectedError('The connection broke', { cause: error });
      }
    },
  };
}
