import { lazyPart } from '@/lib/lazy-part';
export const AppearanceSettings = /* @__PURE__ */ lazyPart(() => import('./AppearanceSettings'));
export const LanguageSettings = /* @__PURE__ */ lazyPart(() => import('./LanguageSettings'));
export { SettingsPages, type SettingsPage } from './SettingsPages';
export { useSubPage } from './sub-page';
