import { lazy } from 'react';

export const AppearanceSettings = /* @__PURE__ */ lazy(() => import('./AppearanceSettings'));
export const LanguageSettings = /* @__PURE__ */ lazy(() => import('./LanguageSettings'));
export { SettingsPages, type SettingsPage } from './SettingsPages';
export { useSubPage } from './sub-page';
