/** `useMemberChoices(serverId)`: members for a Picker, found by name. `memberName(member)`: what they are called in the server. */
export { memberName, useMemberChoices, type MemberChoices } from './use-member-choices';
