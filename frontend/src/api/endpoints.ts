import type { RouteName, routes } from '@hearth/contract';

export type Routes = typeof routes;

type Endpoint<N extends RouteName> = Pick<Routes[N], 'method' | 'path'> & (Routes[N] extends { auth: infer A } ? { auth: A } : unknown);

/**
 * Method and path of every route that the app calls. The compiler holds them against the contract's routes; importing those values
 * themselves would put all schemas and their library, 30 kB gzipped, before the first paint.
 */
export const endpoints = {
  getInstance: { method: 'GET', path: '/instance', auth: 'public' },
  register: { method: 'POST', path: '/auth/register', auth: 'public' },
  login: { method: 'POST', path: '/auth/login', auth: 'public' },
  refresh: { method: 'POST', path: '/auth/refresh', auth: 'public' },
  logout: { method: 'POST', path: '/auth/logout', auth: 'public' },
  listSessions: { method: 'GET', path: '/auth/sessions' },
  revokeSession: { method: 'DELETE', path: '/auth/sessions/:sessionId' },

  updateMe: { method: 'PATCH', path: '/users/me' },
  updateSettings: { method: 'PATCH', path: '/users/me/settings' },
  searchUsers: { method: 'GET', path: '/users' },
  requestFriend: { method: 'POST', path: '/users/me/relationships' },
  setRelationship: { method: 'PUT', path: '/users/me/relationships/:userId' },
  removeRelationship: { method: 'DELETE', path: '/users/me/relationships/:userId' },
  ignoreUser: { method: 'PUT', path: '/users/me/relationships/:userId/ignore' },
  unignoreUser: { method: 'DELETE', path: '/users/me/relationships/:userId/ignore' },
  getUser: { method: 'GET', path: '/users/:userId' },

  createServer: { method: 'POST', path: '/servers' },
  updateServer: { method: 'PATCH', path: '/servers/:serverId' },
  deleteServer: { method: 'DELETE', path: '/servers/:serverId' },
  listMembers: { method: 'GET', path: '/servers/:serverId/members' },
  leaveServer: { method: 'DELETE', path: '/servers/:serverId/members/me' },
  getMember: { method: 'GET', path: '/servers/:serverId/members/:userId' },
  updateOwnMember: { method: 'PATCH', path: '/servers/:serverId/members/me' },
  updateMember: { method: 'PATCH', path: '/servers/:serverId/members/:userId' },
  kickMember: { method: 'DELETE', path: '/servers/:serverId/members/:userId' },
  transferServer: { method: 'POST', path: '/servers/:serverId/owner' },
  listJoins: { method: 'GET', path: '/servers/:serverId/joins' },
  listBans: { method: 'GET', path: '/servers/:serverId/bans' },
  banMember: { method: 'PUT', path: '/servers/:serverId/bans/:userId' },
  unbanMember: { method: 'DELETE', path: '/servers/:serverId/bans/:userId' },
  getScreening: { method: 'GET', path: '/servers/:serverId/screening' },
  acceptRules: { method: 'PUT', path: '/servers/:serverId/members/me/screening' },
  createReport: { method: 'POST', path: '/reports' },
  listReports: { method: 'GET', path: '/servers/:serverId/reports' },
  getReport: { method: 'GET', path: '/servers/:serverId/reports/:reportId' },
  updateReport: { method: 'PATCH', path: '/servers/:serverId/reports/:reportId' },
  previewIncident: { method: 'POST', path: '/servers/:serverId/incidents/preview' },
  createIncident: { method: 'POST', path: '/servers/:serverId/incidents' },
  listIncidents: { method: 'GET', path: '/servers/:serverId/incidents' },
  getIncident: { method: 'GET', path: '/servers/:serverId/incidents/:incidentId' },
  listIncidentEvidence: { method: 'GET', path: '/servers/:serverId/incidents/:incidentId/evidence' },
  listAutoModRules: { method: 'GET', path: '/servers/:serverId/automod/rules' },
  createAutoModRule: { method: 'POST', path: '/servers/:serverId/automod/rules' },
  updateAutoModRule: { method: 'PATCH', path: '/servers/:serverId/automod/rules/:ruleId' },
  deleteAutoModRule: { method: 'DELETE', path: '/servers/:serverId/automod/rules/:ruleId' },
  testAutoModRule: { method: 'POST', path: '/servers/:serverId/automod/test' },
  endRaid: { method: 'DELETE', path: '/servers/:serverId/automod/raid' },
  createInvite: { method: 'POST', path: '/servers/:serverId/invites' },
  listInvites: { method: 'GET', path: '/servers/:serverId/invites' },
  getInvite: { method: 'GET', path: '/invites/:code', auth: 'optional' },
  revokeInvite: { method: 'DELETE', path: '/invites/:code' },
  joinServer: { method: 'POST', path: '/invites/:code/join' },

  listRoles: { method: 'GET', path: '/servers/:serverId/roles' },
  createRole: { method: 'POST', path: '/servers/:serverId/roles' },
  updateRole: { method: 'PATCH', path: '/servers/:serverId/roles/:roleId' },
  orderRoles: { method: 'PATCH', path: '/servers/:serverId/roles' },
  deleteRole: { method: 'DELETE', path: '/servers/:serverId/roles/:roleId' },
  listRoleMembers: { method: 'GET', path: '/servers/:serverId/roles/:roleId/members' },
  addMemberRole: { method: 'PUT', path: '/servers/:serverId/members/:userId/roles/:roleId' },
  removeMemberRole: { method: 'DELETE', path: '/servers/:serverId/members/:userId/roles/:roleId' },
  explainServerPermissions: { method: 'GET', path: '/servers/:serverId/members/:userId/permissions' },
  listAuditLog: { method: 'GET', path: '/servers/:serverId/audit-log' },

  listConversations: { method: 'GET', path: '/users/me/channels' },
  openConversation: { method: 'POST', path: '/users/me/channels' },
  getConversation: { method: 'GET', path: '/users/me/channels/:channelId' },
  updateConversation: { method: 'PATCH', path: '/users/me/channels/:channelId' },
  addRecipient: { method: 'PUT', path: '/channels/:channelId/recipients/:userId' },
  removeRecipient: { method: 'DELETE', path: '/channels/:channelId/recipients/:userId' },

  createChannel: { method: 'POST', path: '/servers/:serverId/channels' },
  orderChannels: { method: 'PATCH', path: '/servers/:serverId/channels' },
  updateChannel: { method: 'PATCH', path: '/channels/:channelId' },
  deleteChannel: { method: 'DELETE', path: '/channels/:channelId' },
  setOverwrite: { method: 'PUT', path: '/channels/:channelId/overwrites/:targetId' },
  deleteOverwrite: { method: 'DELETE', path: '/channels/:channelId/overwrites/:targetId' },
  replaceOverwrites: { method: 'PUT', path: '/channels/:channelId/overwrites' },
  syncOverwrites: { method: 'POST', path: '/channels/:channelId/overwrites/sync' },
  previewOverwrites: { method: 'POST', path: '/channels/:channelId/overwrites/preview' },
  explainChannelPermissions: { method: 'GET', path: '/channels/:channelId/permissions/:userId' },
  listReceipts: { method: 'GET', path: '/channels/:channelId/receipts' },

  bulkDeleteMessages: { method: 'POST', path: '/channels/:channelId/messages/bulk-delete' },
  listMessages: { method: 'GET', path: '/channels/:channelId/messages' },
  listChanges: { method: 'GET', path: '/channels/:channelId/changes' },
} as const satisfies { [N in RouteName]?: Endpoint<N> };

export type EndpointName = keyof typeof endpoints;
