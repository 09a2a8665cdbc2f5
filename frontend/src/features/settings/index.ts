import type { Settings } from '@hearth/contract';
import type { UseMutationResult } from '@tanstack/react-query';

/**
 * How the app looks and speaks to this person, on all their devices.
 *
 * - `useSettings()`: the defaults until known. `useUpdateSettings()`: takes the changed fields, shown at once and taken back on failure.
 */
export declare function useSettings(): Settings;
export declare function useUpdateSettings(): UseMutationResult<Settings, Error, Partial<Settings>>;
