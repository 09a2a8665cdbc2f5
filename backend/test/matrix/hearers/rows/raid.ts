import { createIncident } from '@hearth/contract';
import type { Listener } from '../circles.js';
import type { Stage } from '../stage.js';

const HOUR = 3_600_000;

/** The owner undoes what these did. Returns the id of the incident, which goes on in the background. */
export async function undo(stage: Stage, names: Listener[], removeMembers: 'none' | 'kick'): Promise<string> {
  const what = { removeMembers, deleteMessages: false, revertChanges: false };
  const times = { since: new Date(Date.now() - HOUR).toISOString(), until: new Date(Date.now() + HOUR).toISOString() };
  const body = { ...times, ...what, userIds: names.map((name) => stage.user(name).id) };
  const { id } = await stage.as('owner').call(createIncident, { params: { serverId: stage.serverId }, body });
  return id;
}
