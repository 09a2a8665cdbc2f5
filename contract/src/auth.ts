import * as z from 'zod';
import { id, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { displayName, me, username } from './users.js';

const tag = 'auth';

const newPassword = z
  .string()
  .min(limits.password.min, {
    error: `at least ${limits.password.min} characters`,
  })
  .max(limits.password.max, {
    error: `at most ${limits.password.max} characters`,
  });

/** `expiresIn` is in seconds. The refresh token travels in an httpOnly cookie only. */
export const signedIn = z.object({ user: me, accessToken: z.string(), expiresIn: z.number().int() }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof signedIn>;

export const registerBody = z
  .object({
    username,
    password: newPassword,
    displayName: displayName.optional(),
    email: z.email().max(254).optional(),
    inviteCode: z.string().min(1).max(64).optional(),
    setupToken: z.string().min(8).max(256).optional(),
  })
  .meta({ id: 'Register' });

export const register = route({
  method: 'POST',
  path: '/auth/register',
  tag,
  summary: 'Make an account, by invite or set-up link unless registration is open',
  auth: 'public',
  body: registerBody,
  response: signedIn,
  errors: [
    'USERNAME_TAKEN',
    'REGISTRATION_CLOSED',
    'INVITE_REQUIRED',
    'INVITE_INVALID',
    'ACCOUNT_TOO_NEW',
    'INVITES_PAUSED',
    'SETUP_TOKEN_INVALID',
  ],
});

export const login = route({
  method: 'POST',
  path: '/auth/login',
  tag,
  summary: 'Sign in with a user name or e-mail address and a password',
  auth: 'public',
  body: z
    .object({
      login: z.string().min(1).max(254),
      password: z.string().min(1).max(1_024),
    })
    .meta({ id: 'Login' }),
  response: signedIn,
  status: 200,
  errors: ['INVALID_CREDENTIALS'],
});

export const refresh = route({
  method: 'POST',
  path: '/auth/refresh',
  tag,
  summary: 'A new access token for the refresh cookie, which is replaced too',
  auth: 'public',
  response: signedIn,
  status: 200,
  errors: ['SESSION_ENDED', 'ORIGIN_NOT_ALLOWED'],
});

export const logout = route({
  method: 'POST',
  path: '/auth/logout',
  tag,
  summary: 'End the session of the refresh cookie; also succeeds without one',
  auth: 'public',
  response: noContent,
  errors: ['ORIGIN_NOT_ALLOWED'],
});

export const session = z
  .object({
    id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string(),
    createdAt: timestamp,
    lastUsedAt: timestamp,
    current: z.boolean(),
  })
  .meta({
    id: 'Session',
    description: 'One signed-in device, as far as its user agent tells which',
  });
export type Session = z.infer<typeof session>;

export const listSessions = route({
  method: 'GET',
  path: '/auth/sessions',
  tag,
  summary: 'The own signed-in devices, the most recently used first',
  response: z.object({ sessions: z.array(session) }),
});

export const revokeSession = route({
  method: 'DELETE',
  path: '/auth/sessions/:sessionId',
  tag,
  summary: 'Sign a device out; its sockets end at once',
  params: z.object({ sessionId: id }),
  response: noContent,
  errors: ['NOT_FOUND'],
});

/** What somebody who is not signed in needs to know to show the right first screen. */
export const instance = z
  .object({
    registration: z.enum(['open', 'invite', 'closed']),
    setupRequired: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'Instance' });
export type Instance = z.infer<typeof instance>;

export const getInstance = route({
  method: 'GET',
  path: '/instance',
  tag,
  summary: 'Who may register here, and whether set-up is still to be done',
  auth: 'public',
  response: instance,
});

export const authRoutes = {
  register,
  login,
  refresh,
  logout,
  listSessions,
  revokeSession,
  getInstance,
};
