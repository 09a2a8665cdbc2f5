import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { limits } from '@hearth/contract';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Server, ServerOptions } from 'socket.io';
import type { RedisConnections } from '../cluster/redis-connections.js';
import type { AppConfig } from '../config/app-config.js';
import { isAllowedOrigin } from '../http/origin.js';

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
      // Compression for each message costs more than it saves: most are small, and broadcasts are encoded once for all.
      perMessageDeflate: false,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request, decide) => decide(null, isAllowedOrigin(request, this.config.publicUrl)),
    } as ServerOptions) as Server;
    if (this.redis) server.adapter(createAdapter(this.redis.publisher, this.redis.subscriber, { key: REDIS_KEY }));
    return server;
  }
}
