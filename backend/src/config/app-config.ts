import path from 'node:path';
import type * as z from 'zod';
import { projectRoot } from './project-root.js';
import type { variables } from './variables.js';

type Values = z.output<typeof variables>;

/** The whole configuration, read once at boot. The class is also the token under which Nest injects it. */
export class AppConfig {
  readonly port: number;
  readonly host: string;
  /** The origin that people open; without it, that of each request. */
  readonly publicUrl: string | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  /** Without it Hearth runs a Postgres of its own in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Without it this is the only node. */
  readonly redisUrl: string | undefined;
  readonly registration: Values['REGISTRATION'];
  /** Takes the place of the generated token of the set-up link. */
  readonly setupToken: string | undefined;
  /** What a reader of `/metrics` has to show. */
  readonly metricsToken: string | undefined;
  readonly logLevel: Values['LOG_LEVEL'];
  /** Multiplies all rate limits; 0 means none. */
  readonly rateLimitScale: number;

  constructor(values: Values) {
    this.port = values.PORT;
    this.host = values.HOST;
    this.publicUrl = values.PUBLIC_URL;
    this.dataDir = path.resolve(projectRoot, values.DATA_DIR);
    this.databaseUrl = values.DATABASE_URL;
    this.redisUrl = values.REDIS_URL;
    this.registration = values.REGISTRATION;
    this.setupToken = values.SETUP_TOKEN;
    this.metricsToken = values.METRICS_TOKEN;
    this.logLevel = values.LOG_LEVEL;
    this.rateLimitScale = values.RATE_LIMIT_SCALE;
  }
}
