import type { incidentRoutes, reportRoutes } from '@hearth/contract';
import type { Need, RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const HOUR = 3_600_000;
const MODERATES: readonly Need[] = [['MANAGE_MESSAGES', 'KICK_MEMBERS']];

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const lastHour = () => ({ since: new Date(Date.now() - HOUR).toISOString(), until: new Date().toISOString() });

/** Of the target, by the owner. */
async function report(scene: Scene) {
  const { serverId } = scene;
  const reportId = scene.nextId();
  await scene.hearth.db.report.create({
    data: {
      id: BigInt(reportId),
      serverId: BigInt(serverId),
      reporterId: BigInt(scene.owner.id),
      targetUserId: BigInt(scene.target.id),
      category: 'SPAM',
    },
  });
  return { params: { serverId, reportId } };
}

const reportMessage = async (scene: Scene) => ({
  body: { messageId: await scene.message({ author: scene.target }), category: 'SPAM' as const },
});

export const reportRows: RouteRows<typeof reportRoutes> = {
  createReport: [
    // Nothing in the path that could be unseen: nonsense is called so.
    { as: 'of a message', scope: 'channel', restricted: 'allowed', except: { malformed: 'VALIDATION' }, request: reportMessage },
    { as: 'of a message in a DM', scope: 'conversation', except: { malformed: 'VALIDATION' }, request: reportMessage },
    {
      as: 'of a member',
      scope: 'server',
      restricted: 'allowed',
      except: { malformed: 'VALIDATION' },
      request: ({ target, serverId }) => ({ body: { userId: target.id, serverId, category: 'HARASSMENT' } }),
    },
  ],
  listReports: { scope: 'server', needs: MODERATES, request: serverParams },
  getReport: { scope: 'server', needs: MODERATES, request: report },
  updateReport: {
    scope: 'server',
    needs: MODERATES,
    request: async (scene) => ({ ...(await report(scene)), body: { status: 'RESOLVED' } }),
  },
};

/** Of an hour in which nothing happened. */
async function incident(scene: Scene) {
  const { serverId } = scene;
  const incidentId = scene.nextId();
  const { since, until } = lastHour();
  await scene.hearth.db.incident.create({
    data: { id: BigInt(incidentId), serverId: BigInt(serverId), since, until, summary: {} },
  });
  return { params: { serverId, incidentId } };
}

export const incidentRows: RouteRows<typeof incidentRoutes> = {
  previewIncident: {
    scope: 'server',
    needs: ['ADMINISTRATOR'],
    request: (scene) => ({ ...serverParams(scene), body: lastHour() }),
  },
  createIncident: {
    scope: 'server',
    needs: ['ADMINISTRATOR'],
    request: (scene) => ({
      ...serverParams(scene),
      body: { ...lastHour(), userIds: [scene.target.id], removeMembers: 'none', deleteMessages: false, revertChanges: false },
    }),
  },
  listIncidents: { scope: 'server', needs: ['ADMINISTRATOR'], request: serverParams },
  getIncident: { scope: 'server', needs: ['ADMINISTRATOR'], request: incident },
  listIncidentEvidence: {
    scope: 'server',
    needs: ['ADMINISTRATOR'],
    request: async (scene) => ({ ...(await incident(scene)) }),
  },
};
