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

/** Every variable that Hearth reads. The description completes the sentence "NAME must be ...". */
export const variables = z.object({
  PORT: wholeNumber.pipe(z.int().max(65_535)).prefault('3000').describe('a port number from 1 to 65535, or 0 for any free one'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .prefault('127.0.0.1')
    .describe('an address or name of this machine, or 0.0.0.0 for all of them'),
  PUBLIC_URL: url(/^https?$/)
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('the address that people open, without a path, such as https://chat.example.org'),
  DATA_DIR: z.string().prefault('.data').describe('a folder'),
  DATABASE_URL: url(/^postgres(ql)?$/)
    .optional()
    .describe('the address of a Postgres database, such as postgresql://user:password@host:5432/hearth'),
  REDIS_URL: url(/^rediss?$/)
    .optional()
    .describe('the address of a Redis, such as redis://host:6379'),
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
export const secretVariables: ReadonlySet<VariableName> = new Set(['DATABASE_URL', 'REDIS_URL', 'SETUP_TOKEN', 'METRICS_TOKEN']);
