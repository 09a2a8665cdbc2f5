import * as z from 'zod';

/** Every error code with its HTTP status and title, over REST and sockets alike. */
export const errorCodes = {
  VALIDATION: [400, 'The request is not valid'],
  UNKNOWN_EVENT: [400, 'There is no such event'],
  UNAUTHENTICATED: [401, 'Sign in first'],
  INVALID_CREDENTIALS: [401, 'Name or password is wrong'],
  SESSION_ENDED: [401, 'The session has ended'],
  MISSING_PERMISSION: [403, 'You do not have the permission for this'],
  NOT_ACCEPTED: [403, 'This person does not accept that from you'],
  PASSWORD_WRONG: [403, 'The password is wrong'],
  BANNED: [403, 'You are banned from this server'],
  ACCOUNT_TOO_NEW: [403, 'Your account is too new to join this server'],
  INVITES_PAUSED: [403, 'This server lets nobody in at the moment'],
  ORIGIN_NOT_ALLOWED: [403, 'Requests from this site are not allowed'],
  REGISTRATION_CLOSED: [403, 'Registration is closed'],
  INVITE_REQUIRED: [403, 'An invite is needed to register'],
  SETUP_TOKEN_INVALID: [403, 'The set-up link is wrong or was used'],
  NOT_FOUND: [404, 'Not found'],
  INVITE_INVALID: [404, 'The invite is wrong, expired or used up'],
  METHOD_NOT_ALLOWED: [405, 'Method not allowed'],
  CONFLICT: [409, 'This conflicts with the present state'],
  USERNAME_TAKEN: [409, 'The user name is taken'],
  NONCE_REUSED: [409, 'The nonce was used for another message'],
  OWNER_CANNOT_LEAVE: [409, 'The owner cannot leave'],
  OWNS_SERVERS: [409, 'Hand over or delete your servers first'],
  LAST_ADMIN: [409, 'Nobody else runs this installation'],
  LIMIT_REACHED: [409, 'A limit is reached'],
  PAYLOAD_TOO_LARGE: [413, 'The request is too large'],
  QUOTA_EXCEEDED: [413, 'There is no room left for this file'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Send JSON'],
  FILE_KIND_NOT_ALLOWED: [415, 'Files of this kind are not allowed here'],
  FILE_QUARANTINED: [422, 'Something harmful was found in this file'],
  AUTOMOD_BLOCKED: [422, 'The rules of this server do not allow this text'],
  RATE_LIMITED: [429, 'Too many requests'],
  SLOWMODE: [429, 'Slow mode: wait before the next message'],
  INTERNAL: [500, 'Something went wrong on the server'],
  UNAVAILABLE: [503, 'The server is not ready'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof errorCodes;

export const errorCode = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]).meta({ id: 'ErrorCode' });

/** RFC 9457 problem details. `retryAfter` is in seconds; `path` names the field, as in `body.content`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: errorCode,
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retryAfter: z.number().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;
