import { isIPv6 } from 'node:net';
import type { AppConfig } from '../config/app-config.js';
import { errorCode } from '../config/error-code.js';
import { explainFileFault } from '../config/file-fault.js';
import { StartupError } from '../config/startup-error.js';

/** The sentence for a fault that a person can mend; undefined for one of our own. */
export function explainStartFault(error: unknown, config: AppConfig | undefined): string | undefined {
  if (error instanceof StartupError) return error.message;
  if (!config) return undefined;
  if (isListenFault(error)) return explainListenFault(error, config);
  return explainFileFault(error, config.dataDir)?.message;
}

function isListenFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall));
}

function explainListenFault(error: unknown, { port, host }: AppConfig): string {
  const address = isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop the program that uses ${address}, or set PORT to another number.`;
    case 'EACCES':
      return `This user may not use port ${port}: set PORT to a number above 1023.`;
    default:
      return `${host} is not an address of this machine: correct HOST.`;
  }
}
