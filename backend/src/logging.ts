import { Injectable } from '@nestjs/common';
import { Logger, LoggerModule } from 'nestjs-pino';
import type { AppConfig } from './config/app-config.js';
import { requestIdOf } from './http/request-id.js';

const SECRETS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.accessToken',
  '*.token',
  '*.setupToken',
];

/** That something Hearth needs is away or full: who noticed says what, and there is nothing to look for in the code. */
const AWAY = 503;

function levelOf(status: number, fault: Error | undefined) {
  if (!fault && status === AWAY) return 'warn';
  return fault || status >= 500 ? 'error' : 'debug';
}

/** Without the fault that is made up where there is none. */
const lineOf = (status: number, { err, ...line }: Record<string, unknown>) => (status === AWAY ? line : { ...line, err });

/** Structured logs on standard output. A request that went well is worth a line only at `debug`; secrets are never written. */
export const loggingModule = (config: AppConfig) =>
  LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      redact: { paths: SECRETS, censor: '[redacted]' },
      genReqId: requestIdOf,
      customLogLevel: (_request, response, fault) => levelOf(response?.statusCode ?? 500, fault),
      customErrorObject: (_request, response, _fault, line: Record<string, unknown>) => lineOf(response?.statusCode ?? 500, line),
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  });

/** Nest's own news (modules loaded, routes mapped) interest nobody but its developers. */
@Injectable()
export class QuietLogger extends Logger {
  override log(message: unknown, ...rest: unknown[]): void {
    super.debug(message, ...rest);
  }
}
