export { PresenceAvatar, type PresenceAvatarProps } from './PresenceAvatar';
export { UserPanel, type UserPanelProps } from './UserPanel';
export { usePresentIds } from './use-present-ids';
