import i18next, { type i18n, type TFunction } from 'i18next';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';

interface Texts {
  t: TFunction;
  i18n: i18n;
}

/** Another function in another language, so that what was made with the old one is made anew. */
const inLanguage = (): Texts => ({ t: i18next.t.bind(i18next), i18n: i18next });

const TextsContext = /* @__PURE__ */ createContext<Texts>(inLanguage());

/** The texts of the page's language. A row of a conversation asks a dozen times for them: this one costs next to nothing. */
export const useTranslation = (): Texts => use(TextsContext);

/** Shows everything anew in another language. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState(inLanguage);
  useEffect(() => {
    const renew = () => setTexts(inLanguage());
    i18next.on('languageChanged', renew);
    return () => i18next.off('languageChanged', renew);
  }, []);
  return <TextsContext value={texts}>{children}</TextsContext>;
}
