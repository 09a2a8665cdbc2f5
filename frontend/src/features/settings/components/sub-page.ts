import { createContext, use } from 'react';

export interface SubPage {
  /** What of the page is open, such as one role; null: nothing. */
  sub: string | null;
  openSub: (sub: string | null) => void;
}

export const SubPageContext = createContext<SubPage>({ sub: null, openSub: () => undefined });

/** The part of the address behind the page's own, for a page that shows one thing of many. */
export const useSubPage = (): SubPage => use(SubPageContext);
