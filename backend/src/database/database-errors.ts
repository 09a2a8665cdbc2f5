interface Fault {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
}

// By its shape and not by its class: drivers throw errors of several classes, and Node's own are of another realm inside test runners.
const asFault = (thrown: unknown): Fault => (typeof thrown === 'object' && thrown !== null ? thrown : {});

/** Postgres reports a second row for a unique key as 23505, through the driver and through Prisma (P2002). */
export const isUniqueViolation = (thrown: unknown): boolean => ['23505', 'P2002'].includes(String(asFault(thrown).code));

/** The row that another one must point to is gone: 23503, or P2003 through Prisma. */
export const isForeignKeyViolation = (thrown: unknown): boolean => ['23503', 'P2003'].includes(String(asFault(thrown).code));

// Connection faults of Node, Postgres' classes 08 (connection) and 57P (shutdown, start-up), and Prisma's names for them.
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08...|57P0[0-9]|P1001|P1017)$/;
const DROPPED =
  /Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end|Can't reach database server/;

/** What cannot be done because the database has not answered for a while. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** Whether the database is away or on its way up: the same request may succeed in a moment. */
export function isUnreachable(thrown: unknown): boolean {
  if (thrown instanceof DatabaseAway) return true;
  const { code, message, cause } = asFault(thrown);
  if (typeof code === 'string' && UNREACHABLE.test(code)) return true;
  return (typeof message === 'string' && DROPPED.test(message)) || (cause !== undefined && isUnreachable(cause));
}
