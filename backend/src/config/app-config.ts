import path from 'node:path';
import type * as z from 'zod';
import { projectRoot } from './project-root.js';
import type { variables } from './variables.js';

type Values = z.output<typeof variables>;

/** Where an S3 service is and what it knows us by. */
export interface S3Config {
  /** Origin, as this server reaches it. */
  endpoint: string;
  /** Origin, as browsers reach it. */
  publicEndpoint: string;
  /** Where what they read comes from in the end. */
  publicOrigin: string;
  accessKey: string;
  secretKey: string;
  bucket: string;
  region: string;
  /** Whether the bucket stands in the path of addresses, not in their host. */
  pathStyle: boolean;
}

/** Where the daemon of ClamAV listens. */
export type ClamdConfig = { host: string; port: number } | { path: string };

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
  /** Without it files are in a folder of `dataDir`. */
  readonly s3: S3Config | undefined;
  /** Without it nobody looks into what is uploaded. */
  readonly clamd: ClamdConfig | undefined;
  /** Of ffmpeg, beside which ffprobe is: a path, or a name to be looked for on the PATH. */
  readonly ffmpeg: string;
  /** `web` serves people and leaves work in the background to nodes that are a `worker`; `all` does both. */
  readonly role: Values['HEARTH_ROLE'];
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
    this.s3 = s3Of(values);
    this.clamd = clamdOf(values.CLAMD_URL);
    this.ffmpeg = values.FFMPEG_PATH;
    this.role = values.HEARTH_ROLE;
    this.registration = values.REGISTRATION;
    this.setupToken = values.SETUP_TOKEN;
    this.metricsToken = values.METRICS_TOKEN;
    this.logLevel = values.LOG_LEVEL;
    this.rateLimitScale = values.RATE_LIMIT_SCALE;
  }
}

function s3Of(values: Values): S3Config | undefined {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = values;
  if (endpoint === undefined || accessKey === undefined || secretKey === undefined) return undefined;
  const { S3_BUCKET: bucket, S3_REGION: region, S3_PATH_STYLE: pathStyle, S3_PUBLIC_ENDPOINT: publicEndpoint = endpoint } = values;
  const publicOrigin = pathStyle ? publicEndpoint : withBucket(publicEndpoint, bucket);
  return { endpoint, publicEndpoint, publicOrigin, accessKey, secretKey, bucket, region, pathStyle };
}

function clamdOf(address: string | undefined): ClamdConfig | undefined {
  if (address === undefined) return undefined;
  const { protocol, hostname, port, pathname } = new URL(address);
  return protocol === 'unix:' ? { path: decodeURIComponent(pathname) } : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** A certificate for all buckets does not cover one with a dot: those stay in the path. */
function withBucket(endpoint: string, bucket: string): string {
  const { protocol, host } = new URL(endpoint);
  return protocol === 'https:' && bucket.includes('.') ? endpoint : `${protocol}//${bucket}.${host}`;
}
