import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';

/** A bare Socket.IO server with the settings under which Hearth runs its own. It greets each connection and does nothing else. */
export async function serveSockets(connected: (io: Server, socket: Socket, token: string) => void, http = createServer()): Promise<void> {
  const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false, maxHttpBufferSize: 1_000_000 });
  io.on('connection', (socket) => {
    const { token } = socket.handshake.auth as { token: string };
    connected(io, socket, token);
    socket.emit('ready', {});
  });
  announce(await listen(http));
}

const listen = (http: HttpServer): Promise<number> =>
  new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve((http.address() as AddressInfo).port)));

const announce = (port: number): void => void process.stdout.write(`Open http://127.0.0.1:${port}\n`);
