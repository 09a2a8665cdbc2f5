/**
 * How the app looks and speaks to this person, on all their devices.
 *
 * - `useSettings()`: the defaults until known. `useUpdateSettings()`: takes the changed fields, shown at once and taken back on failure.
 * - `useUnsavedChanges(dirty)`: keeps a page of settings open while something on it is not saved; true once somebody wanted to leave it.
 *   `mayLeaveSettings()`: to be asked before.
 */
export { settingsEvents } from './events';
export { useUpdateSettings } from './mutations';
export { useSettings } from './queries';
export { mayLeaveSettings, useUnsavedChanges } from './unsaved';
