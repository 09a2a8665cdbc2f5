/**
 * Tuned for a chat on a small machine: many short transactions, modest memory. Everything that keeps acknowledged data after a
 * power cut (fsync, full_page_writes, synchronous_commit) stays as Postgres has it: on.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Compiling a plan costs more than any of these queries takes.
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  // The text of a failed statement may hold private messages.
  log_min_error_statement: 'panic',
};

/** For tests only: data survives a killed process, but no power cut. Many nodes share it. */
const FAST_SETTINGS = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '500' };

/** The settings as arguments for the `postgres` program. */
export function settingArguments(fast: boolean): string[] {
  return Object.entries({ ...SETTINGS, ...(fast && FAST_SETTINGS) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
