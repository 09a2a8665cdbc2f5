import { hashKey, type QueryKey } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
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
  /** Returns what ends it. */
  subscribe: Subscribe;
}

type Subscribe = (listener: () => void) => () => void;

/** By the hash of their keys: who listens, and the one function to begin with it, since React takes another one for another source. */
const sources = new Map<string, { listeners: Set<() => void>; subscribe: Subscribe }>();

queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' || type === 'removed') sources.get(query.queryHash)?.listeners.forEach((listener) => listener());
});

function subscribeTo(hash: string): Subscribe {
  const known = sources.get(hash);
  if (known) return known.subscribe;
  const listeners = new Set<() => void>();
  const subscribe: Subscribe = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  sources.set(hash, { listeners, subscribe });
  return subscribe;
}

/** @param empty what stands before anything is known; always the same object */
export function liveValue<T>(empty: T, ...name: string[]): LiveValue<T> {
  const key = liveKey(...name);
  const get = () => queryClient.getQueryData<T>(key) ?? empty;
  const set = (value: T) => {
    if (value !== queryClient.getQueryData<T>(key)) queryClient.setQueryData<T>(key, value);
  };
  return { key, get, set, update: (change) => set(change(get())), subscribe: subscribeTo(hashKey(key)) };
}

const whole = <T>(value: T): T => value;

/** Renders again only when what `select` takes of the value changes: a part of it, or a number or the like. */
export function useLiveValue<T>(value: LiveValue<T>): T;
export function useLiveValue<T, S>(value: LiveValue<T>, select: (value: T) => S): S;
export function useLiveValue<T, S>(value: LiveValue<T>, select?: (value: T) => S): T | S {
  return useSyncExternalStore(value.subscribe, () => (select ?? whole)(value.get()));
}
