import { lazy } from 'react';

export const AppearanceSettings = /* @__PURE__ */ lazy(() => import('./AppearanceSettings'));
export const LanguageSettings = /* @__PURE__ */ lazy(() => import('./LanguageSettings'));
export { SettingsPages } from './SettingsPages';
export { useSubPage } from './sub-page';
