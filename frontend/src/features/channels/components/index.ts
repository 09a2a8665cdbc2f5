import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';

export type { ChannelRights } from './ChannelGroups';
export { ChannelList } from './ChannelList';
export { ChannelIcon, channelIcon } from './ChannelIcon';
export { neighbourChannel, neighbourOf, type Step } from './neighbours';
export { slowmodes } from './slowmodes';
export { useTotalUnread } from './use-total-unread';

export const ChannelOverviewSettings = /* @__PURE__ */ managementScreen(() => import('./ChannelOverviewSettings'));
export const DeleteChannelDialog = /* @__PURE__ */ lazyPart(() => import('./DeleteChannelDialog'));
