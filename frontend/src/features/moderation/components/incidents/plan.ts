import { type IncidentPreview, type Request, type createIncident, limits } from '@hearth/contract';

/** What is to be taken back, and from whom. */
export interface Plan {
  userIds: ReadonlySet<string>;
  removeMembers: Request<typeof createIncident>['body']['removeMembers'];
  deleteMessages: boolean;
  revertChanges: boolean;
  reason: string;
}

/** Everything that can be done, to everybody on whom one may act: a raid is undone whole, unless somebody says otherwise. */
export const fullPlan = ({ suspects }: IncidentPreview): Plan => ({
  userIds: new Set(suspects.filter(({ canActOn }) => canActOn).map(({ user }) => user.id)),
  removeMembers: 'ban',
  deleteMessages: true,
  revertChanges: true,
  reason: '',
});

/** Another in question is chosen too; whoever was left out before stays so, and whoever is not listed any more is not chosen. */
export function planWith(before: Plan, preview: IncidentPreview, userId: string): Plan {
  const within = fullPlan(preview).userIds;
  return { ...before, userIds: new Set([...before.userIds, userId].filter((id) => within.has(id))) };
}

/** How many came and how much was done that is not listed, as there is too much of it. */
export function unlisted({ suspects, joins, changes }: IncidentPreview): { people: number; changes: number } {
  const others = suspects.filter(({ joinedAt }) => joinedAt === null).length;
  const done = suspects.reduce((sum, suspect) => sum + suspect.changes, 0);
  return {
    people: Math.max(0, joins + others - limits.incidentSuspects),
    changes: Math.max(0, done - changes.length),
  };
}

export interface Extent {
  people: number;
  messages: number;
  changes: number;
}

/** How much a plan takes back, as far as is known before. */
export function extentOf({ suspects, changes }: IncidentPreview, plan: Plan): Extent {
  const chosen = suspects.filter(({ user }) => plan.userIds.has(user.id));
  const sum = (of: (suspect: (typeof chosen)[number]) => number) => chosen.reduce((total, suspect) => total + of(suspect), 0);
  return {
    people:
      plan.removeMembers === 'none'
        ? 0
        : chosen.filter(({ isMember, isBanned }) => isMember || (plan.removeMembers === 'ban' && !isBanned)).length,
    messages: plan.deleteMessages ? sum(({ messages }) => messages) : 0,
    changes: plan.revertChanges ? changes.filter(({ actorId, canRevert }) => canRevert && plan.userIds.has(actorId)).length : 0,
  };
}

export const isNothing = ({ people, messages, changes }: Extent): boolean => people + messages + changes === 0;
