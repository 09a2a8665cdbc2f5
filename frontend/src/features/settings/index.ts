/**
 * How the app looks and speaks to this person, on all their devices.
 *
 * - `useSettings()`: the defaults until known. `useUpdateSettings()`: takes the changed fields, shown at once and taken back on failure.
 */
export { settingsEvents } from './events';
export { useUpdateSettings } from './mutations';
export { useSettings } from './queries';
