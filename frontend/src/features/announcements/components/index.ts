import { managementScreen } from '@/i18n';

export { OriginLine, PublishedLine } from './OriginLine';
export { PublishMenuItem } from './PublishMenuItem';

export const FollowDialog = /* @__PURE__ */ managementScreen(() => import('./FollowDialog'));
export const FollowedSettings = /* @__PURE__ */ managementScreen(async () => ({
  default: (await import('./FollowersSettings')).FollowedSettings,
}));
export const FollowersSettings = /* @__PURE__ */ managementScreen(() => import('./FollowersSettings'));
export const PublishDialog = /* @__PURE__ */ managementScreen(() => import('./PublishDialog'));
