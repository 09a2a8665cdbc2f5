import { limits } from '@hearth/contract';
import type { CookieOptions, Request } from 'express';
import type { Exchange } from '../http/caller.js';
import { isAllowedOrigin } from '../http/origin.js';
import { ProblemError } from '../http/problem.js';

const NAME = 'hearth_refresh';
const LIFETIME = limits.refreshTokenDays * 24 * 3_600 * 1_000;

/** Only these routes get the cookie, no script reads it, and no other site's page can make a browser send it. */
const options = (request: Request, publicUrl: string | undefined): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/api/v1/auth',
  secure: request.secure || publicUrl?.startsWith('https:') === true,
});

/** The token of the cookie; undefined when there is none that could be one of ours. @throws ORIGIN_NOT_ALLOWED for the page of another site */
export function readRefreshCookie({ request }: Exchange, publicUrl: string | undefined): string | undefined {
  if (!isAllowedOrigin(request, publicUrl)) throw new ProblemError('ORIGIN_NOT_ALLOWED');
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
}

export function setRefreshCookie({ request, response }: Exchange, publicUrl: string | undefined, token: string): void {
  response.cookie(NAME, token, { ...options(request, publicUrl), maxAge: LIFETIME });
}

export function clearRefreshCookie({ request, response }: Exchange, publicUrl: string | undefined): void {
  response.clearCookie(NAME, options(request, publicUrl));
}
