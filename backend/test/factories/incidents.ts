import { createIncident, getIncident, listIncidentEvidence, type Incident, type IncidentEvidence, type Input } from '@hearth/contract';
import type { TestApp } from '../harness.js';
import type { TestServer } from './servers.js';
import type { TestUser } from './users.js';

type What = Partial<Input<typeof createIncident>['body']>;

/** Undone by the owner, unless it is somebody else. */
interface Place {
  server: TestServer;
  caller?: TestUser;
}

const HOUR = 3_600_000;
const NOTHING = { removeMembers: 'none', deleteMessages: false, revertChanges: false } as const;

/** The last hour, and what comes in the next minute. */
export const lastHour = () => ({
  since: new Date(Date.now() - HOUR).toISOString(),
  until: new Date(Date.now() + 60_000).toISOString(),
});

/** Undoes what some did in the last hour, and waits for the end, as the moderator's device hears of it. */
export async function undo(hearth: TestApp, { server, caller = server.owner }: Place, users: TestUser[], what: What): Promise<Incident> {
  const socket = await hearth.connect(caller);
  const body = { ...lastHour(), ...NOTHING, userIds: users.map(({ id }) => id), ...what };
  const { id } = await hearth.api.as(caller).call(createIncident, { params: { serverId: server.id }, body });
  await socket.next('moderation:progress', ({ targetId, status }) => targetId === id && status !== 'RUNNING');
  return hearth.api.as(caller).call(getIncident, { params: { serverId: server.id, incidentId: id } });
}

/** All of it, page by page. */
export async function evidenceOf(hearth: TestApp, server: TestServer, { id: incidentId }: Incident): Promise<IncidentEvidence[]> {
  const read = (query: object) =>
    hearth.api.as(server.owner).call(listIncidentEvidence, { params: { serverId: server.id, incidentId }, query });
  const all: IncidentEvidence[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read({ limit: '2', ...(cursor !== null && { cursor }) });
    all.push(...page.evidence);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
