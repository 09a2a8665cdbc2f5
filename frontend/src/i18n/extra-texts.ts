import type { Language } from './languages';

type Load = () => Promise<{ default: unknown }>;

/** Texts that the first screen can do without: they come with the screens on which people run a server. */
export const managementTexts: Record<Language, Load> = {
  en: () => import('./locales/management.en.json'),
  ar: () => import('./locales/management.ar.json'),
  fa: () => import('./locales/management.fa.json'),
  ru: () => import('./locales/management.ru.json'),
};
