import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';

export { OriginLine, PublishedLine } from './OriginLine';

export const FollowDialog = /* @__PURE__ */ managementScreen(() => import('./FollowDialog'));
export const FollowedSettings = /* @__PURE__ */ managementScreen(async () => ({
  default: (await import('./FollowersSettings')).FollowedSettings,
}));
export const FollowersSettings = /* @__PURE__ */ managementScreen(() => import('./FollowersSettings'));
export const PublishDialog = /* @__PURE__ */ managementScreen(() => import('./PublishDialog'));

/** In a menu: loaded when one opens. */
export const PublishMenuItem = /* @__PURE__ */ lazyPart(() => import('./PublishMenuItem'));
