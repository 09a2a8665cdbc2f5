import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** One id for each request, made here and not taken from outside; it stands in the log, in every problem and in a header. */
export function requestIdOf(request: IncomingMessage, response?: ServerResponse): string {
  const known = ids.get(request);
  if (known) return known;
  const id = randomUUID();
  ids.set(request, id);
  response?.setHeader('X-Request-Id', id);
  return id;
}
