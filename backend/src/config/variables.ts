import * as z from 'zod';

const url = (protocol: RegExp) => z.url({ protocol, abort: true });

const isOrigin = (text: string): boolean => {
  const { pathname, search, hash, username } = new URL(text);
  return pathname === '/' && !search && !hash && !username;
};

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);
const token = z.string().min(8);
const origin = url(/^https?$/)
  .refine(isOrigin)
  .transform((text) => new URL(text).origin);
/** Another one is taken in its place, by the region. */
const namesItsRegion = (text: string): boolean => !/^s3(\.cn-north-1)?\.amazonaws\./.test(new URL(text).hostname);

const isClamd = (text: string): boolean => {
  const { protocol, hostname, port, pathname } = new URL(text);
  return protocol === 'unix:' ? hostname === '' && pathname.length > 1 : hostname !== '' && port !== '';
};

/** Every variable that Hearth reads. The description completes the sentence "NAME must be ...". */
export const variables = z.object({
  PORT: wholeNumber.pipe(z.int().max(65_535)).prefault('3000').describe('a port number from 1 to 65535, or 0 for any free one'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .prefault('127.0.0.1')
    .describe('an address or name of this machine, or 0.0.0.0 for all of them'),
  PUBLIC_URL: origin.optional().describe('the address that people open, without a path, such as https://chat.example.org'),
  DATA_DIR: z.string().prefault('.data').describe('a folder'),
  DATABASE_URL: url(/^postgres(ql)?$/)
    .optional()
    .describe('the address of a Postgres database, such as postgresql://user:password@host:5432/hearth'),
  REDIS_URL: url(/^rediss?$/)
    .optional()
    .describe('the address of a Redis, such as redis://host:6379'),
  S3_ENDPOINT: origin
    .refine(namesItsRegion)
    .optional()
    .describe('the address of an S3 service, without a path, such as https://s3.eu-central-1.amazonaws.com'),
  S3_ACCESS_KEY: z.string().optional().describe('the access key'),
  S3_SECRET_KEY: z.string().optional().describe('the secret key'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/)
    .prefault('hearth')
    .describe('the name of a bucket: 3 to 63 small letters, digits, dots and hyphens'),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/)
    .prefault('us-east-1')
    .describe('a region, such as us-east-1'),
  S3_PATH_STYLE: z
    .enum(['true', 'false'])
    .prefault('true')
    .transform((text) => text === 'true')
    .describe('true or false'),
  S3_PUBLIC_ENDPOINT: origin
    .refine(namesItsRegion)
    .optional()
    .describe('the address of the S3 service as browsers reach it, without a path'),
  CLAMD_URL: url(/^(tcp|unix)$/)
    .refine(isClamd)
    .optional()
    .describe('the address of clamd, such as tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl'),
  FFMPEG_PATH: z.string().prefault('ffmpeg').describe('the path of ffmpeg'),
  HEARTH_ROLE: z.enum(['all', 'web', 'worker']).prefault('all').describe('one of all, web, worker'),
  REGISTRATION: z.enum(['open', 'invite', 'closed']).prefault('invite').describe('one of open, invite, closed'),
  SETUP_TOKEN: token.optional().describe('at least 8 characters long'),
  METRICS_TOKEN: token.optional().describe('at least 8 characters long'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .prefault('info')
    .describe('one of fatal, error, warn, info, debug, trace, silent'),
  RATE_LIMIT_SCALE: decimal.prefault('1').describe('a number such as 1 or 2.5, or 0 for no limits'),
});

export type VariableName = keyof typeof variables.shape;

/** The values of these are never shown, not even wrong ones. */
export const secretVariables: ReadonlySet<VariableName> = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'SETUP_TOKEN',
  'METRICS_TOKEN',
]);

/** Of no use one without the others. */
export const s3Variables = ['S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const satisfies VariableName[];

/** What a node needs that leaves a part of the work to others. */
export const sharedVariables = ['DATABASE_URL', 'REDIS_URL'] as const satisfies VariableName[];
