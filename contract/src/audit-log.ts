import * as z from 'zod';
import { auditActions } from './choices.js';
import { id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { route } from './route.js';
import { longText, nameText } from './text.js';
import { userSummary } from './users.js';

export const auditAction = z.enum(auditActions).meta({ id: 'AuditAction' });
export type AuditAction = z.infer<typeof auditAction>;

/** Why somebody did something, for the audit log; in the body, or in the query of what has none. */
export const auditReason = longText(0, limits.auditReason);

/** One thing that an act changed: `before` is null where there was nothing, `after` where nothing is left. */
export const auditChange = z.object({ key: z.string(), before: z.json(), after: z.json() }).meta({ id: 'AuditChange' });
export type AuditChange = z.infer<typeof auditChange>;

export const auditLogEntry = z
  .object({
    id,
    serverId: id,
    actorId: id.nullable(),
    actor: userSummary.nullable(),
    action: auditAction,
    targetId: id.nullable(),
    targetName: z.string().nullable(),
    changes: z.array(auditChange),
    reason: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({
    id: 'AuditLogEntry',
    description: 'Without `actorId`, AutoMod did it; without `actor`, the account is gone. `targetName` is what the target was called then',
  });
export type AuditLogEntry = z.infer<typeof auditLogEntry>;

export const listAuditLog = route({
  method: 'GET',
  path: '/servers/:serverId/audit-log',
  tag: 'servers',
  summary:
    'Who did what, the newest first: all, or of one person, act or target; with VIEW_AUDIT_LOG, which shows what was done in channels hidden from the caller too. Decisions on reports of oneself are left out',
  params: z.object({ serverId: id }),
  query: z.object({
    actorId: id.optional(),
    action: auditAction.optional(),
    targetId: id.optional(),
    cursor: id.optional(),
    limit: pageLimit,
  }),
  response: z.object({ entries: z.array(auditLogEntry), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listAuditLogActors = route({
  method: 'GET',
  path: '/servers/:serverId/audit-log/actors',
  tag: 'servers',
  summary: `Who did something that the log tells of, whether they are still in or not, by name: the first ${limits.auditActors}, with \`query\` of those whose name begins with it; with VIEW_AUDIT_LOG`,
  params: z.object({ serverId: id }),
  query: z.object({ query: nameText(1, limits.displayName).optional() }),
  response: z.object({ actors: z.array(userSummary) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const auditLogRoutes = { listAuditLog, listAuditLogActors };
