import type { Resource } from 'i18next';
import type { Language } from '@/i18n/languages';
import ar from '../src/i18n/locales/ar.json' with { type: 'json' };
import en from '../src/i18n/locales/en.json' with { type: 'json' };
import fa from '../src/i18n/locales/fa.json' with { type: 'json' };
import ru from '../src/i18n/locales/ru.json' with { type: 'json' };

const texts: Record<Language, Resource[string][string]> = { en, ar, fa, ru };

/** In the place of `src/i18n/fetch-texts`: there is no server from which tests could load them. */
export const fetchTexts = (language: Language): Promise<Resource[string][string]> => Promise.resolve(texts[language]);
