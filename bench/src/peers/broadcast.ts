/** The bare peer of delivery: what it is sent goes to everybody, is stored nowhere, and is acknowledged. */
import { endWithParent } from '../process/rpc.ts';
import { memberOf, messageOf, type Send } from './message.ts';
import { serveSockets } from './socket-server.ts';

let seq = 0;

endWithParent();
await serveSockets((io, socket, token) => {
  const { room, author } = memberOf(token);
  void socket.join(room);
  const send: Send = (payload, acknowledge) => {
    seq += 1;
    const message = messageOf(seq, author, payload);
    io.to(room).emit('message:new', { channelId: message.channelId, version: message.version, message });
    acknowledge({ ok: true, data: message });
  };
  socket.on('message:send', send);
});
