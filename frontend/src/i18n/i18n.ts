import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import { managementTexts } from './extra-texts';
import { chooseLanguage, directionOf, isLanguage, localeFor, type Language } from './languages';
import { fetchTexts } from './fetch-texts';

/** The choice made on this device, for the time before the account's settings are known. */
const STORAGE_KEY = 'hearth.language';

/** Starts in the language of the last visit or of the browser. Resolves when its texts are there. */
export async function startI18n(): Promise<void> {
  const language = chooseLanguage(remembered(), navigator.languages);
  // Every language says all there is to say, so that nothing needs another one to stand in for it.
  const texts = { [language]: { translation: await fetchTexts(language) } };
  await i18next
    .use(initReactI18next)
    .use(signsWithNames)
    .init({
      lng: language,
      fallbackLng: false,
      resources: texts,
      interpolation: { escapeValue: true, useRawValueToEscape: true, escape: shown },
      postProcess: [signsWithNames.name],
      react: { useSuspense: false },
    });
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A value within a sentence: numbers in the digits of the language, all else isolated. React escapes what it shows. */
function shown(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, localeFor(currentLanguage(), navigator.languages));
  return typeof value === 'string' ? isolated(value) : '';
}

/** In sentences of the other direction, names keep their own order, and what follows them its place. */
export function isolated(value: string): string {
  const isMixed = directionOf(currentLanguage()) === 'rtl' || RIGHT_TO_LEFT.test(value);
  return isMixed ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
}

const SIGN_BEFORE_NAME = new RegExp(`(#|@)${FIRST_STRONG_ISOLATE}`, 'g');

/** The sign of a channel or a person belongs to the name after it, and stands where the name begins. */
const signsWithNames: PostProcessorModule = {
  type: 'postProcessor',
  name: 'signs-with-names',
  process: (text: string) => text.replace(SIGN_BEFORE_NAME, `${FIRST_STRONG_ISOLATE}$1`),
};

/** Changes the language of the page; null follows the browser. */
export async function speak(chosen: string | null): Promise<void> {
  remember(chosen);
  const language = chooseLanguage(chosen, navigator.languages);
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await fetchTexts(language));
  }
  if (managed.size > 0) await loadManagementTexts(language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** The languages whose texts for running a server are there or on their way. */
const managed = new Map<Language, Promise<void>>();

/** Adds them to the others, in the language of the page. */
export function loadManagementTexts(language: Language = currentLanguage()): Promise<void> {
  const known = managed.get(language);
  if (known) return known;
  const loading = addManagementTexts(language);
  managed.set(language, loading);
  loading.catch(() => managed.delete(language));
  return loading;
}

async function addManagementTexts(language: Language): Promise<void> {
  const { default: texts } = await managementTexts[language]();
  i18next.addResourceBundle(language, 'translation', texts, true);
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

function remembered(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function remember(chosen: string | null): void {
  try {
    if (chosen === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, chosen);
  } catch {
    // Storage can be full or blocked; the next visit then starts in the browser's language.
  }
}
