import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser page of this origin may use cookies and sockets here: PUBLIC_URL's, or without one the Host that the request itself
 * names. Requests without an Origin come from no page and carry no cookie that they were not given.
 */
export function isAllowedOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return publicUrl ? new URL(publicUrl).origin === origin : new URL(origin).host === host;
}
