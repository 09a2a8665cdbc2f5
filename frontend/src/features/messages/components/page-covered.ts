import { isOpen } from '@/lib/is-open';

/** What lies over the page keeps the keys; a toast lies beside it. */
export const isPageCovered = (): boolean =>
  isOpen('[role="dialog"]:not([data-toast]), [role="alertdialog"], [role="menu"], [role="listbox"]');
