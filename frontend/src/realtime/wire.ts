import type { Acknowledgement, ClientData, ClientEventName, ClientRequest, ServerEventEntry } from '@hearth/contract';
import { type Socket, io } from 'socket.io-client';
import { DisconnectedError, TimeoutError } from './errors';

export interface WireListeners {
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

/** What the server sends: an event, or several in one frame. */
type Frame = ServerEventEntry | [name: 'events', list: ServerEventEntry[]];

export function createWire(listeners: WireListeners): Wire {
  let token = '';
  // Untyped: Socket.IO's types do not follow a generic name. `Wire` is what the rest of the app sees, typed by the contract.
  const socket: Socket = io({
    autoConnect: false,
    reconnection: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (give) => give({ token }),
  });
  socket.on('disconnect', listeners.onDisconnect);
  socket.on('connect_error', (error) => listeners.onRefused('data' in error ? error.data : undefined));
  socket.onAny((...frame: Frame) => listeners.onEvents(frame[0] === 'events' ? frame[1] : [frame]));
  return {
    open(fresh) {
      token = fresh;
      socket.connect();
    },
    close() {
      socket.disconnect();
    },
    async send<N extends ClientEventName>(name: N, payload: ClientRequest<N>, timeout: number) {
      if (!socket.connected) throw new DisconnectedError('There is no connection');
      try {
        return (await socket.timeout(timeout).emitWithAck(name, payload)) as Acknowledgement<ClientData<N>>;
      } catch (error) {
        if (socket.connected) throw new TimeoutError('The server did not answer in time', { cause: error });
        throw new DisconnectedError('The connection broke', { cause: error });
      }
    },
  };
}
