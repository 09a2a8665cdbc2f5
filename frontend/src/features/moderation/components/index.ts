export { MemberMenuItems } from './MemberMenu';
export { ModerationHost } from './ModerationHost';
