export { PresenceAvatar } from './PresenceAvatar';
export { UserPanel } from './UserPanel';
export { usePresentIds } from './use-present-ids';
