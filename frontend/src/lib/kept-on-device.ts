import type { StoreApi } from 'zustand';

/** A part of the store outlives the page: as it was left in this browser, from now on. Storage can be full or blocked; then it does not. */
export function keepOnDevice<T extends object>(store: StoreApi<T>, name: string, fields: readonly (keyof T & string)[]): void {
  const kept = read(name);
  store.setState(pick(kept, fields) as Partial<T>);
  store.subscribe((state) => write(name, { state: pick(state, fields) }));
}

function pick(from: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => fields.includes(name)));
}

function read(name: string): object {
  try {
    const { state } = JSON.parse(localStorage.getItem(name) ?? '{}') as { state?: object };
    return state ?? {};
  } catch {
    return {};
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // What is on screen is right all the same.
  }
}
