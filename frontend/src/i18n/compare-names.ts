import { currentLanguage } from './i18n';
import type { Language } from './languages';

const collators = new Map<Language, Intl.Collator>();

/** The order of names in the language of the page, not in that of the browser; 2 comes before 10. */
export function compareNames(one: string, other: string): number {
  const language = currentLanguage();
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return collator.compare(one, other);
}
