/** Whether one of these stands in the page. What was closed may stay in it, hidden, as a list of choices does. */
export const isOpen = (selector: string): boolean => [...document.querySelectorAll(selector)].some((one) => !one.closest('[hidden]'));
