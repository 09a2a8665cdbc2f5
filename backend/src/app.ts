import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { AuthService } from './auth/auth.service.js';
import type { App, Boot } from './boot/boot.js';
import { REDIS } from './cluster/cluster.module.js';
import type { RedisConnections } from './cluster/redis-connections.js';
import { PrismaService } from './database/prisma.service.js';
import type { DemoLogin } from './demo/demo-logins.js';
import { DemoService } from './demo/demo.service.js';
import { Connections } from './http/connections.js';
import { jsonBody } from './http/json-body.js';
import { openApiDocument } from './http/openapi.js';
import { DOCS_PATH, secure } from './http/security.js';
import { compressAnswers, serveOperationsAlone, serveOperationsAtRoot, serveWebApp } from './http/web-app.js';
import { QuietLogger } from './logging.js';
import { SocketIoAdapter } from './realtime/socket-io.adapter.js';
import { version } from './version.js';

/** Milliseconds for a request as a whole, in place of Node's five minutes: a file over a slow line takes longer. */
const REQUEST_PATIENCE = 3_600_000;
/**
 * Milliseconds for which a connection rests open, in place of Node's five seconds: longer than proxies keep theirs (nginx and balancers 60 s).
 * Whoever uses one again in the moment in which it is closed here gets no answer.
 */
const REST = 75_000;

/** Makes one node of Hearth. It serves API, sockets and app on one port once it listens. */
export async function createApp(boot: Boot): Promise<Node> {
  const nest = await NestFactory.create<NestExpressApplication>(AppModule.for(boot), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  nest.useLogger(nest.get(QuietLogger));
  setUp(nest, boot);
  await nest.init();
  const demoLogins = boot.demo ? await seedDemo(nest) : undefined;
  return new Node(nest, boot, await nest.get(AuthService).setupLinkToken(), demoLogins);
}

/** What already runs in the app must not meet a database that goes away because the seeding was refused. */
async function seedDemo(nest: NestExpressApplication): Promise<DemoLogin[]> {
  try {
    return await nest.get(DemoService).seed();
  } catch (fault) {
    await nest.close();
    await nest.get(PrismaService).close();
    throw fault;
  }
}

export class Node implements App {
  private readonly connections: Connections;

  constructor(
    readonly nest: NestExpressApplication,
    private readonly boot: Boot,
    private readonly setupToken: string | null,
    readonly demoLogins: DemoLogin[] | undefined,
  ) {
    this.connections = new Connections(nest.getHttpServer());
  }

  get isWorker(): boolean {
    return this.boot.config.role === 'worker';
  }

  get url(): string {
    const { publicUrl, host } = this.boot.config;
    return publicUrl ?? localUrl(this.nest, host);
  }

  get setupLink(): string | undefined {
    return this.setupToken ? `${this.url}/setup?token=${encodeURIComponent(this.setupToken)}` : undefined;
  }

  async listen(): Promise<void> {
    await this.nest.listen(this.boot.config.port, this.boot.config.host);
  }

  async close(): Promise<void> {
    await this.connections.end(() => this.nest.close());
    await this.nest.get(PrismaService).close();
  }
}

function setUp(nest: NestExpressApplication, { config }: Boot): void {
  Object.assign(nest.getHttpServer(), { requestTimeout: REQUEST_PATIENCE, keepAliveTimeout: REST });
  secure(nest, config);
  nest.useWebSocketAdapter(new SocketIoAdapter(nest, config, nest.get<RedisConnections | null>(REDIS)));
  if (config.role === 'worker') serveOperationsAlone(nest);
  serveOperationsAtRoot(nest);
  compressAnswers(nest);
  nest.setGlobalPrefix('api/v1');
  nest.use(jsonBody((accessToken) => nest.get(AuthService).authenticate(accessToken)));
  // Made when it is first asked for: it takes as long as the rest of the start.
  const document = () => openApiDocument(version) as unknown as OpenAPIObject;
  SwaggerModule.setup(DOCS_PATH, nest, document, { jsonDocumentUrl: '/api/openapi.json', raw: ['json'], customSiteTitle: 'Hearth API' });
  serveWebApp(nest);
}

function localUrl(nest: NestExpressApplication, host: string): string {
  const { port } = nest.getHttpServer().address() as { port: number };
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
}
