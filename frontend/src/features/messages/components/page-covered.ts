/** What lies over the page keeps the keys. */
const OVER_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

export const isPageCovered = (): boolean => document.querySelector(OVER_PAGE) !== null;
