import { type QueryKey, skipToken, useQuery } from '@tanstack/react-query';
import { queryClient } from './query-client';

const PREFIX = 'live';

// Values change by pure functions that keep what is equal: comparing them deeply at every event would be waste.
// They are kept for a start without network.
queryClient.setQueryDefaults([PREFIX], { structuralSharing: false, meta: { kept: 'value' } });

export const liveKey = (...parts: string[]): QueryKey => [PREFIX, ...parts];

/** A value in the query cache that socket events feed: read without fetching, changed by pure functions. */
export interface LiveValue<T> {
  key: QueryKey;
  get: () => T;
  set: (value: T) => void;
  update: (change: (value: T) => T) => void;
}

/** @param empty what stands before anything is known; always the same object */
export function liveValue<T>(empty: T, ...name: string[]): LiveValue<T> {
  const key = liveKey(...name);
  const get = () => queryClient.getQueryData<T>(key) ?? empty;
  const set = (value: T) => {
    if (value !== queryClient.getQueryData<T>(key)) queryClient.setQueryData<T>(key, value);
  };
  return { key, get, set, update: (change) => set(change(get())) };
}

const whole = <T>(value: T): T => value;

/** Renders again only when what `select` takes of the value changes. */
export function useLiveValue<T>(value: LiveValue<T>): T;
export function useLiveValue<T, S>(value: LiveValue<T>, select: (value: T) => S): S;
export function useLiveValue<T, S>(value: LiveValue<T>, select?: (value: T) => S): T | S {
  const read: (data: T) => T | S = select ?? whole;
  const { data } = useQuery<T, Error, T | S>({ queryKey: value.key, queryFn: skipToken, select: read });
  return data === undefined ? read(value.get()) : data;
}
