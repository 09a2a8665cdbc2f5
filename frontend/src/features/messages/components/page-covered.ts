import { isOpen } from '@/lib/is-open';

/** What lies over the page keeps the keys. */
export const isPageCovered = (): boolean => isOpen('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]');
