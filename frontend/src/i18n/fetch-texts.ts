import type { Resource } from 'i18next';
import type { Language } from './languages';

/** As data beside the scripts: texts need no compiling, and only those of the language are loaded. */
const urls: Record<Language, string> = {
  en: new URL('./locales/en.json', import.meta.url).href,
  ar: new URL('./locales/ar.json', import.meta.url).href,
  fa: new URL('./locales/fa.json', import.meta.url).href,
  ru: new URL('./locales/ru.json', import.meta.url).href,
};

/** Milliseconds before it is tried once more: without its texts there is nothing that the app could say. */
const PAUSES = [500, 2_000, 5_000];

export async function fetchTexts(language: Language): Promise<Resource[string][string]> {
  for (const pause of PAUSES) {
    const texts = await tryFetch(urls[language]);
    if (texts) return texts;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const answer = await fetch(urls[language]);
  return (await answer.json()) as Resource[string][string];
}

async function tryFetch(url: string): Promise<Resource[string][string] | null> {
  try {
    const answer = await fetch(url);
    return answer.ok ? ((await answer.json()) as Resource[string][string]) : null;
  } catch {
    return null;
  }
}
