import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';

export { ModerationHost } from './ModerationHost';

/** In a menu: loaded when one opens. */
export const MemberMenuItems = /* @__PURE__ */ lazyPart(() => import('./MemberMenu'));
export const OpenReports = /* @__PURE__ */ lazyPart(async () => ({ default: (await import('./OpenReports')).OpenReports }));
export const WritingGate = /* @__PURE__ */ lazyPart(async () => ({ default: (await import('./WritingGate')).WritingGate }));
/** Why, for the audit log: a field of dialogs that are there without the texts of management. */
export const ReasonField = /* @__PURE__ */ managementScreen(async () => ({ default: (await import('./ReasonField')).ReasonField }));
export const BansSettings = /* @__PURE__ */ managementScreen(() => import('./BansSettings'));
export const IncidentsSettings = /* @__PURE__ */ managementScreen(() => import('./incidents/IncidentsSettings'));
export const ReportsSettings = /* @__PURE__ */ managementScreen(() => import('./ReportsSettings'));
export const ScreeningSettings = /* @__PURE__ */ managementScreen(() => import('./ScreeningSettings'));
