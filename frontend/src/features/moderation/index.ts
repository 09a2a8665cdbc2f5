/**
 * Acts of moderators, and what somebody needs who joins.
 *
 * - Lists, page by page: `useBans(serverId, name?)`, `useJoins(serverId, inviterId?)` (who came by whose invite), `useReports(serverId,
 *   status)`, `useIncidents(serverId)`, `useIncidentEvidence(serverId, incidentId)`. One of them: `useIncident`.
 * - `useMemberSearch(serverId, name, roleId?)`: up to `FOUND_AT_MOST` members whose name begins so; idle while the name is empty.
 *   `useOrigins(serverId, userIds, enabled)`: by whose invite they came.
 * - `useScreening(serverId)`: the rules that new members accept, and how old an account must be.
 * - `useProgress(serverId, kind, targetId)`: how far a ban's deletions or an incident are, as far as this page heard;
 *   `useProgressStore` holds all of it, `dismissProgress` forgets one.
 * - `beginAct(act)`: kick, ban, time out, rename or report, with a dialog that asks for the rest. `useMemberRights(server, member)`: which
 *   of these will be allowed.
 * - Mutations answer with what the server answers. The lists of members and channels follow by events.
 */
export { beginAct, type ModerationAct } from './acts-store';
export { moderationEvents } from './events';
export {
  useAcceptRules,
  useBanMember,
  useBulkDelete,
  useDecideReport,
  useKickMember,
  usePreviewIncident,
  useRenameMyself,
  useReportSomething,
  useRevertIncident,
  useTransferServer,
  useUnbanMember,
  useUpdateMember,
} from './mutations';
export { mayBanStranger, useMemberRights } from './rights';
export { dismissProgress, useProgress, useProgressStore } from './progress-store';
export {
  FOUND_AT_MOST,
  useBans,
  useIncident,
  useIncidentEvidence,
  useIncidents,
  useJoins,
  useMemberSearch,
  useOrigins,
  useReports,
  useScreening,
} from './queries';
