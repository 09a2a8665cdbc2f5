import * as z from 'zod';
import { auditAction, auditChange, auditReason } from './audit-log.js';
import { counter, givenTimestamp, id, pageLimit, queryInteger, timestamp } from './ids.js';
import { limits } from './limits.js';
import { route } from './route.js';
import { userSummary } from './users.js';

/** A window of time, from `since` up to `until`. */
const bounds = { since: timestamp, until: timestamp };
const givenBounds = { since: givenTimestamp, until: givenTimestamp };

const isWindow = ({ since, until }: { since: string; until: string }) => {
  const length = Date.parse(until) - Date.parse(since);
  return length > 0 && length <= limits.incidentDays * 24 * 3_600_000;
};
const windowError = { error: `must begin before it ends and last at most ${limits.incidentDays} days`, path: ['until'] };

/** Somebody who came in the window or was asked about, and what they did in it. */
export const suspect = z
  .object({
    user: userSummary,
    joinedAt: timestamp.nullable(),
    inviter: userSummary.nullable(),
    inviteCode: z.string().nullable(),
    isMember: z.boolean(),
    isBanned: z.boolean(),
    messages: counter,
    changes: counter,
    /** False for the owner, the asker and whoever stands as high as the asker: nothing is done to them. */
    canActOn: z.boolean(),
  })
  .meta({ id: 'Suspect', description: '`joinedAt` is null for whoever did not join in the window' });
export type Suspect = z.infer<typeof suspect>;

/** An entry of the audit log by one of the suspects. */
export const suspectChange = z
  .object({
    id,
    actorId: id,
    action: auditAction,
    targetId: id.nullable(),
    targetName: z.string().nullable(),
    createdAt: timestamp,
    canRevert: z.boolean(),
  })
  .meta({ id: 'SuspectChange' });
export type SuspectChange = z.infer<typeof suspectChange>;

export const incidentPreview = z
  .object({
    suspects: z.array(suspect),
    /** Of all who came in the window, also beyond those listed. */
    joins: counter,
    channels: z.array(z.object({ channelId: id, name: z.string(), messages: counter })),
    changes: z.array(suspectChange),
  })
  .meta({
    id: 'IncidentPreview',
    description: `At most ${limits.incidentSuspects} suspects and ${limits.incidentChanges} changes: more need a shorter window`,
  });
export type IncidentPreview = z.infer<typeof incidentPreview>;

export const incident = z
  .object({
    id,
    serverId: id,
    actor: userSummary.nullable(),
    ...bounds,
    reason: z.string().nullable(),
    removeMembers: z.enum(['kick', 'ban', 'none']),
    deleteMessages: z.boolean(),
    revertChanges: z.boolean(),
    suspects: counter,
    status: z.enum(['RUNNING', 'DONE', 'FAILED']),
    /** Steps, of `total`. */
    done: counter,
    total: counter,
    removed: counter,
    deleted: counter,
    reverted: counter,
    /** What could not be done, as it is gone, changed since, or stands too high. */
    skipped: counter,
    createdAt: timestamp,
    finishedAt: timestamp.nullable(),
  })
  .meta({ id: 'Incident', description: 'A raid that was undone, or is being undone' });
export type Incident = z.infer<typeof incident>;

const evidenceOf = <K extends string, D extends z.ZodType>(kind: K, data: D) => z.object({ number: counter, kind: z.literal(kind), data });

export const incidentEvidence = z
  .discriminatedUnion('kind', [
    evidenceOf(
      'MEMBER',
      z.object({
        user: userSummary,
        nickname: z.string().nullable(),
        roleIds: z.array(id),
        joinedAt: timestamp,
        inviterId: id.nullable(),
        inviteCode: z.string().nullable(),
      }),
    ),
    evidenceOf(
      'MESSAGE',
      z.object({
        id,
        channelId: id,
        channelName: z.string(),
        author: userSummary,
        content: z.string(),
        createdAt: timestamp,
        editedAt: timestamp.nullable(),
      }),
    ),
    evidenceOf(
      'CHANGE',
      z.object({
        id,
        actorId: id,
        action: auditAction,
        targetId: id.nullable(),
        targetName: z.string().nullable(),
        changes: z.array(auditChange),
        reason: z.string().nullable(),
        createdAt: timestamp,
        reverted: z.boolean(),
      }),
    ),
  ])
  .meta({ id: 'IncidentEvidence', description: 'What was taken back, as it was before' });
export type IncidentEvidence = z.infer<typeof incidentEvidence>;

const tag = 'incidents';
const serverParams = z.object({ serverId: id });
const incidentParams = z.object({ serverId: id, incidentId: id });
const inviteCode = z.string().regex(/^[0-9A-Za-z]{1,64}$/, { error: 'must be the code of an invite' });
const userIds = z.array(id).max(limits.incidentSuspects);

export const previewIncident = route({
  method: 'POST',
  path: '/servers/:serverId/incidents/preview',
  tag,
  summary: 'Who joined in a window of time, by one invite or any, and what they and others in question did; needs ADMINISTRATOR',
  params: serverParams,
  body: z
    .object({ ...givenBounds, inviteCode: inviteCode.optional(), userIds: userIds.optional() })
    .refine(isWindow, windowError)
    .meta({ id: 'PreviewIncident', description: '`userIds`: others in question, who are in the server or once were' }),
  response: incidentPreview,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const createIncident = route({
  method: 'POST',
  path: '/servers/:serverId/incidents',
  tag,
  summary: 'Take back what some did in a window of time, in the background, and keep the evidence; needs ADMINISTRATOR',
  params: serverParams,
  body: z
    .object({
      ...givenBounds,
      userIds: userIds.min(1),
      removeMembers: z.enum(['kick', 'ban', 'none']),
      deleteMessages: z.boolean(),
      revertChanges: z.boolean(),
      reason: auditReason.optional(),
    })
    .refine(isWindow, windowError)
    .meta({ id: 'CreateIncident', description: '`moderation:progress` tells how far it is' }),
  response: incident,
  status: 202,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listIncidents = route({
  method: 'GET',
  path: '/servers/:serverId/incidents',
  tag,
  summary: 'Raids that were undone, the newest first; needs ADMINISTRATOR',
  params: serverParams,
  query: z.object({ cursor: id.optional(), limit: pageLimit }),
  response: z.object({ incidents: z.array(incident), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const getIncident = route({
  method: 'GET',
  path: '/servers/:serverId/incidents/:incidentId',
  tag,
  summary: 'A raid that was undone, and how far it is; needs ADMINISTRATOR',
  params: incidentParams,
  response: incident,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listIncidentEvidence = route({
  method: 'GET',
  path: '/servers/:serverId/incidents/:incidentId/evidence',
  tag,
  summary: 'What was taken back, in the order in which it was; needs ADMINISTRATOR',
  params: incidentParams,
  query: z.object({ cursor: queryInteger(0, 2_147_483_647).optional(), limit: pageLimit }),
  response: z.object({ evidence: z.array(incidentEvidence), nextCursor: z.string().nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const incidentRoutes = { previewIncident, createIncident, listIncidents, getIncident, listIncidentEvidence };
