import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { managementTexts } from './extra-texts';
import { chooseLanguage, directionOf, isLanguage, type Language } from './languages';
import { fetchTexts } from './fetch-texts';

/** The choice made on this device, for the time before the account's settings are known. */
const STORAGE_KEY = 'hearth.language';

/** Starts in the language of the last visit or of the browser. Resolves when its texts are there. */
export async function startI18n(): Promise<void> {
  const language = chooseLanguage(remembered(), navigator.languages);
  // English stands in for what another language lacks.
  const languages = [...new Set<Language>(['en', language])];
  const texts = await Promise.all(languages.map(async (one) => [one, { translation: await fetchTexts(one) }] as const));
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(texts),
    interpolation: { escapeValue: true, escape: isolated },
    react: { useSuspense: false },
  });
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** In sentences of the other direction, names keep their own order, and what follows them its place. React escapes what it shows. */
function isolated(value: string): string {
  const isMixed = directionOf(currentLanguage()) === 'rtl' || RIGHT_TO_LEFT.test(value);
  return isMixed ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
}

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

/** The languages whose texts for running a server are there. */
const managed = new Set<Language>();

/** Adds them to the others, in the language of the page and in English, which stands in for what is missing. */
export async function loadManagementTexts(language: Language = currentLanguage()): Promise<void> {
  const wanted = [...new Set<Language>(['en', language])].filter((one) => !managed.has(one));
  const loaded = await Promise.all(wanted.map(async (one) => [one, (await managementTexts[one]()).default] as const));
  for (const [one, texts] of loaded) {
    i18next.addResourceBundle(one, 'translation', texts, true);
    managed.add(one);
  }
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
