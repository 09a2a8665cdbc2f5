/**
 * Members one by one.
 *
 * - `useMember(serverId, userId)`, `useMembersById(serverId, userIds)`: loaded when first shown, and kept up to date.
 * - `useMemberChoices(serverId)`: members for a Picker, found by name. `memberName(member)`: what they are called in the server.
 */
export { useMember, useMembersById } from './use-member';
export { memberName, useMemberChoices, type MemberChoices } from './use-member-choices';
