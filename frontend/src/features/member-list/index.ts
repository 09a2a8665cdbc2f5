/**
 * The list of members beside a conversation: those who may see its channel, by hoisted roles and presence. Only what is on screen is held.
 *
 * - `components`: `MemberList`.
 * - `watchMemberList()`: for the start of the app.
 */
export { watchMemberList } from './client';
export { memberListEvents } from './events';
export { useMemberPart } from './queries';
