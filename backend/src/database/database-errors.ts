/** Postgres reports a second row for a unique key as 23505, through the driver and through Prisma (P2002). */
export function isUniqueViolation(fault: unknown): boolean {
  if (!(fault instanceof Error) || !('code' in fault)) return false;
  return fault.code === '23505' || fault.code === 'P2002';
}

/** The row that another one must point to is gone: 23503, or P2003 through Prisma. */
export function isForeignKeyViolation(fault: unknown): boolean {
  if (!(fault instanceof Error) || !('code' in fault)) return false;
  return fault.code === '23503' || fault.code === 'P2003';
}

// Connection faults of Node, and Postgres' classes 08 (connection) and 57P (shutdown, start-up).
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08...|57P0[0-9]|P1001|P1017)$/;
const DROPPED = /Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end/;

/** Whether the database is away or on its way up: the same request may succeed in a moment. */
export function isUnreachable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ('code' in fault && typeof fault.code === 'string' && UNREACHABLE.test(fault.code)) return true;
  return DROPPED.test(fault.message) || isUnreachable(fault.cause);
}
