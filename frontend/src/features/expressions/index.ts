/**
 * Custom emoji and stickers of servers.
 *
 * - `useExpressions()`: those of all own servers.
 */
export { expressionsEvents } from './events';
export { useExpressions } from './queries';
