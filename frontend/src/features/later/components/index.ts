import { managementScreen } from '@/i18n';
import { latePart, lazyPart } from '@/lib/lazy-part';

/** In menus: loaded when one opens. */
export const LaterMenuItems = /* @__PURE__ */ lazyPart(() => import('./LaterMenuItems'));
export const RemindMenuItem = /* @__PURE__ */ lazyPart(() => import('./RemindMenuItem'));

/** On screen from the start, and nobody misses them before the first message. */
export const ReminderToasts = /* @__PURE__ */ latePart(() => import('./ReminderToasts'));
export const ScheduledLine = /* @__PURE__ */ latePart(() => import('./ScheduledLine'));
export const ScheduleMenu = /* @__PURE__ */ latePart(() => import('./ScheduleMenu'));

export const RemindDialog = /* @__PURE__ */ managementScreen(() => import('./RemindDialog'));
export const RemindersDialog = /* @__PURE__ */ managementScreen(() => import('./RemindersDialog'));
export const ScheduleDialog = /* @__PURE__ */ managementScreen(() => import('./ScheduleDialog'));
export const ScheduledDialog = /* @__PURE__ */ managementScreen(() => import('./ScheduledDialog'));
