/**
 * Members one by one.
 *
 * - `useMember(serverId, userId)`, `useMembersById(serverId, userIds)`: loaded when first shown, and kept up to date.
 * - `useMemberChoices(serverId)`: members for a Picker, found by name. `memberName(member)`: what they are called in the server.
 * - `usePeopleChoices(serverId)`: those and the ones who are gone, for whoever may kick.
 */
export { useMember, useMembersById } from './use-member';
export { memberName, useMemberChoices, type MemberChoices } from './use-member-choices';
export { usePeopleChoices } from './use-people-choices';
