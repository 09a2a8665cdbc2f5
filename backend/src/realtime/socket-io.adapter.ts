import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { limits } from '@hearth/contract';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Server, ServerOptions } from 'socket.io';
import type { RedisConnections } from '../cluster/redis-connections.js';
import type { AppConfig } from '../config/app-config.js';
import { isAllowedOrigin } from '../http/origin.js';

/** Only what is large is worth it, which is `ready`. No window is kept from one frame to the next. */
const COMPRESSION = {
  threshold: 64 * 1_024,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  zlibDeflateOptions: { level: 3 },
};

interface Transport {
  perMessageDeflate: unknown;
}

/**
 * Socket.IO encodes a broadcast into one frame for all sockets, unless their transport compresses; then each gets its own. Broadcasts are
 * small and many: they go out as they are, on connections that may carry compressed frames too.
 */
function keepPreEncodedFrames(connection: {
  transport: Transport;
  on(event: 'upgrade', listener: (transport: Transport) => void): void;
}): void {
  const keep = (transport: Transport) => {
    transport.perMessageDeflate = null;
  };
  keep(connection.transport);
  connection.on('upgrade', keep);
}

const REDIS_KEY = 'hearth:sockets';

/** Socket.IO as Hearth runs it: websocket first, frames within the limit, rooms over Redis where there are several nodes. */
export class SocketIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: AppConfig,
    private readonly redis: RedisConnections | null,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      transports: ['websocket', 'polling'],
      serveClient: false,
      maxHttpBufferSize: limits.frameBytes,
      perMessageDeflate: COMPRESSION,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request, decide) => decide(null, this.config.role !== 'worker' && isAllowedOrigin(request, this.config.publicUrl)),
    } as ServerOptions);
    server.engine.on('connection', keepPreEncodedFrames);
    if (this.redis) server.adapter(createAdapter(this.redis.publisher, this.redis.subscriber, { key: REDIS_KEY }));
    return server;
  }
}
