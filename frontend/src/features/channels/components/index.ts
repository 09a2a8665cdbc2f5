import { lazy } from 'react';

export { ChannelList } from './ChannelList';
export { neighbourChannel } from './neighbours';
export { useTotalUnread } from './use-total-unread';

export const CreateCategoryDialog = /* @__PURE__ */ lazy(() => import('./CreateCategoryDialog'));
export const CreateChannelDialog = /* @__PURE__ */ lazy(() => import('./CreateChannelDialog'));
export const DeleteChannelDialog = /* @__PURE__ */ lazy(() => import('./DeleteChannelDialog'));
export const EditChannelDialog = /* @__PURE__ */ lazy(() => import('./EditChannelDialog'));
