import { id, timestamp } from '@hearth/contract';
import * as z from 'zod';

/** What is to be taken back, and how far it is: `summary` of an incident's row. */
export const incidentState = z.object({
  reason: z.string().nullable().default(null),
  removeMembers: z.enum(['kick', 'ban', 'none']).default('none'),
  deleteMessages: z.boolean().default(false),
  revertChanges: z.boolean().default(false),
  userIds: z.array(id).default([]),
  status: z.enum(['RUNNING', 'DONE', 'FAILED']).default('DONE'),
  phase: z.enum(['members', 'messages', 'changes']).default('members'),
  /** Where the phase goes on: the place in `userIds`, or an id. Null: at its beginning. */
  next: z.string().nullable().default(null),
  done: z.number().default(0),
  total: z.number().default(0),
  removed: z.number().default(0),
  deleted: z.number().default(0),
  reverted: z.number().default(0),
  skipped: z.number().default(0),
  /** How many pieces of evidence there are. */
  evidence: z.number().default(0),
  finishedAt: timestamp.nullable().default(null),
  /** When the last part was done, in Unix time in milliseconds. */
  touchedAt: z.number().default(0),
});
export type IncidentState = z.infer<typeof incidentState>;

const phases = ['members', 'messages', 'changes'] as const;

export const nextPhase = (state: IncidentState): IncidentState => {
  const phase = phases[phases.indexOf(state.phase) + 1];
  return phase ? { ...state, phase, next: null } : finished(state, 'DONE');
};

export const finished = (state: IncidentState, status: 'DONE' | 'FAILED'): IncidentState => ({
  ...state,
  status,
  done: status === 'DONE' ? state.total : state.done,
  finishedAt: new Date().toISOString(),
});

/** @param done steps, beyond what was counted at the beginning only up to that */
export const progressed = (state: IncidentState, done: number, change: Partial<IncidentState>): IncidentState => ({
  ...state,
  ...change,
  done: Math.min(state.done + done, state.total),
});
