/**
 * What people put off: messages that are sent later, and messages of which they want to be told again.
 *
 * - `useScheduled()`, `useReminders()`: all of them, by their time.
 */
export { laterEvents } from './events';
export { useReminders, useScheduled } from './queries';
