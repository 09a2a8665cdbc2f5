import type { Settings } from '@hearth/contract';

/** The languages that the app speaks whole. Names are in the language itself: whoever looks for one can read it. */
export const languages = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  fa: { name: 'فارسی', dir: 'rtl' },
  ru: { name: 'Русский', dir: 'ltr' },
} as const satisfies Record<NonNullable<Settings['language']>, { name: string; dir: 'ltr' | 'rtl' }>;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages).filter(isLanguage);

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && Object.hasOwn(languages, code);
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => languages[language].dir;

/** The chosen language, else the first that the browser asks for and the app speaks, else English. */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return preferred.map(primarySubtag).find(isLanguage) ?? 'en';
}

const primarySubtag = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** What Intl formats with: the browser's own variant of the language, so that en-GB keeps its 24 hours. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => primarySubtag(tag) === language) ?? language;
}
