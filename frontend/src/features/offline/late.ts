/** What comes after the first message, with its library. */
export { Keeper } from './keeper';
export { readAccount } from './recall';
export { Store } from './store';
