import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

type Load<Props extends object> = () => Promise<{ default: ComponentType<Props> }>;

/** In milliseconds, and how often: a minute and a half in all. */
const PAUSE = 3_000;
const TRIES = 30;

const parts: (() => Promise<unknown>)[] = [];

/** Loads a part of the app: what cannot be had while the network is away is asked for again. */
export const persistently = <T>(load: () => Promise<T>, tries = TRIES): Promise<T> =>
  load().catch(async (error: unknown) => {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return persistently(load, tries - 1);
  });

/** A component that is not part of the first load: it comes with `loadParts`, or when it is first shown. */
export function lazyPart<Props extends object>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  parts.push(load);
  return lazy(() => persistently(load));
}

/** The same for what is no component. */
export function lazyModule<T>(load: () => Promise<T>): () => Promise<T> {
  parts.push(load);
  return () => persistently(load);
}

let begin: () => void = () => undefined;

/** Resolves with `loadParts`: what is not part of the first load may come. */
export const partsLoad = new Promise<void>((resolve) => {
  begin = resolve;
});

/** One that is on screen from the start and can be done without until `loadParts`: it does not stand in the way of what people wait for. */
export function latePart<Props extends object>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  parts.push(load);
  return lazy(async () => {
    await partsLoad;
    return persistently(load);
  });
}

/** Has everything at hand before it is needed, so that a network that goes takes nothing along. */
export const loadParts = (): void => {
  begin();
  for (const load of parts) void persistently(load).catch(() => undefined);
};
