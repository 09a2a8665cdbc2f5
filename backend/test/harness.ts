import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { createApp, type Node } from '../src/app.js';
import { Passwords } from '../src/auth/passwords.js';
import type { Boot } from '../src/boot/boot.js';
import { loadConfig, type Environment } from '../src/config/load-config.js';
import { DatabaseUrl } from '../src/database/database-url.js';
import { PrismaService } from '../src/database/prisma.service.js';
import { Api, type Bearer } from './api.js';
import { createTestDatabase, type TestDatabase } from './template-database.js';
import { TestSocket } from './test-socket.js';

/** Hundreds of people register in tests. A hash says what it cost, so that it is checked as any other. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

export interface TestAppOptions {
  /** On top of open registration, no rate limits and a quiet log. */
  env?: Environment;
  redisUrl?: string;
  /** Where what a password costs is the point. */
  costlyPasswords?: boolean;
  /** Another node of the same installation: its database and its secrets. */
  beside?: TestApp;
}

/** A running app on a database of its own, and what a test needs to talk to it. */
export class TestApp {
  readonly api: Api;
  private readonly sockets: TestSocket[] = [];

  constructor(
    readonly node: Node,
    readonly boot: Boot,
    /** For what no route can do yet, and for looking. */
    readonly db: PrismaService,
    private readonly release: () => Promise<void>,
  ) {
    this.api = new Api(node.nest.getHttpServer());
  }

  get url(): string {
    return this.node.url;
  }

  /** A provider of the running app. */
  get<T>(provider: Type<T> | Abstract<T>): T {
    return this.node.nest.get(provider, { strict: false });
  }

  /** A socket of the user, after `ready`. Closed with the app. */
  async connect(user: Bearer): Promise<TestSocket> {
    const socket = await TestSocket.connect(this.url, user.accessToken);
    this.sockets.push(socket);
    return socket;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.close();
    await this.node.close();
    await this.db.close();
    await this.release();
  }
}

/** Starts the real app on a fresh copy of the template database. Close it in `afterAll`. */
export async function startTestApp({ env = {}, redisUrl, costlyPasswords = false, beside }: TestAppOptions = {}): Promise<TestApp> {
  const database = beside ? sharedDatabase(beside) : await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'hearth-test-'));
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    REGISTRATION: 'open',
    RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'error',
    REDIS_URL: redisUrl,
    FFMPEG_PATH: process.env['HEARTH_FFMPEG'],
    ...env,
  });
  const generated = beside?.boot.secrets ?? {
    jwtSecret: randomBytes(48).toString('base64url'),
    setupToken: randomBytes(24).toString('base64url'),
  };
  const secrets = { ...generated, setupToken: config.setupToken ?? generated.setupToken };
  const boot: Boot = { config, secrets, databaseUrl: database.url, demo: false };
  const node = await createApp(boot);
  if (!costlyPasswords) node.nest.get(Passwords, { strict: false }).hash = (password) => hash(password, CHEAP);
  await node.listen();
  return new TestApp(node, boot, new PrismaService(new DatabaseUrl(database.url)), async () => {
    await database.drop();
    await rm(dataDir, { recursive: true });
  });
}

const sharedDatabase = ({ boot }: TestApp): TestDatabase => ({ url: boot.databaseUrl, drop: () => Promise.resolve() });
