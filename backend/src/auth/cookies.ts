import { limits } from '@hearth/contract';
import type { CookieOptions, Request } from 'express';
import type { Exchange } from '../http/caller.js';
import { isAllowedOrigin } from '../http/origin.js';
import { ProblemError } from '../http/problem.js';

const REFRESH = { name: 'hearth_refresh', path: '/api/v1/auth' };
/** An `img` can show no access token: the page's files, and nothing else, take this instead. */
const FILES = { name: 'hearth_files', path: '/api/v1/files' };
const LIFETIME = limits.refreshTokenDays * 24 * 3_600 * 1_000;

interface Tokens {
  refreshToken: string;
  fileToken: string;
}

/** Only the routes below the path get it, no script reads it, and no other site's page can make a browser send it. */
const options = (request: Request, publicUrl: string | undefined, path: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path,
  secure: request.secure || publicUrl?.startsWith('https:') === true,
});

/** The token of the cookie; undefined when there is none that could be one of ours. @throws ORIGIN_NOT_ALLOWED for the page of another site */
export function readRefreshCookie({ request }: Exchange, publicUrl: string | undefined): string | undefined {
  if (!isAllowedOrigin(request, publicUrl)) throw new ProblemError('ORIGIN_NOT_ALLOWED');
  return valueOf(request, REFRESH.name, '[\\w-]{43}');
}

/** Undefined when there is none that could be one of ours. */
export const readFileCookie = (request: Request): string | undefined => valueOf(request, FILES.name, '[\\w.-]{1,1000}');

export function setCookies({ request, response }: Exchange, publicUrl: string | undefined, { refreshToken, fileToken }: Tokens): void {
  response.cookie(REFRESH.name, refreshToken, { ...options(request, publicUrl, REFRESH.path), maxAge: LIFETIME });
  response.cookie(FILES.name, fileToken, { ...options(request, publicUrl, FILES.path), maxAge: LIFETIME });
}

export function clearCookies({ request, response }: Exchange, publicUrl: string | undefined): void {
  for (const { name, path } of [REFRESH, FILES]) response.clearCookie(name, options(request, publicUrl, path));
}

const valueOf = (request: Request, name: string, pattern: string): string | undefined =>
  new RegExp(`(?:^|;\\s*)${name}=(${pattern})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
