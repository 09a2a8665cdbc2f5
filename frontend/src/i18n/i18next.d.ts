import 'i18next';
import type en from './locales/en.json';
import type management from './locales/management.en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof management };
  }
}
