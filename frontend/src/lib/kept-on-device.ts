import type { StoreApi } from 'zustand';

/** What lies under these names tells of a person, and goes with them; the rest is how the device is set up. Some is loaded late. */
const OF_PERSON = ['hearth.visits', 'hearth.uses', 'hearth.searches', 'hearth.emoji'];

const forgetting: (() => void)[] = [];

/** Somebody else may use this browser next: nothing tells what was looked at, looked for or liked. */
export function forgetPerson(): void {
  for (const forget of forgetting) forget();
  try {
    for (const name of OF_PERSON) localStorage.removeItem(name);
  } catch {
    // Where storage is blocked nothing was kept.
  }
}

/** A part of the store outlives the page: as it was left in this browser, from now on. Storage can be full or blocked; then it does not. */
export function keepOnDevice<T extends object>(store: StoreApi<T>, name: string, fields: readonly (keyof T & string)[]): void {
  const initial = pick(store.getState(), fields);
  const kept = Object.entries(pick(read(name), fields)).filter(([field, value]) => isLike(value, initial[field]));
  store.setState(Object.fromEntries(kept) as Partial<T>);
  store.subscribe((state) => write(name, { state: pick(state, fields) }));
  if (OF_PERSON.includes(name)) forgetting.push(() => store.setState(initial as Partial<T>));
}

/** Of the kind that the store begins with: what lies in storage may come from another build, or from somebody's hands. */
function isLike(value: unknown, initial: unknown): boolean {
  if (initial === null) return value === null || typeof value === 'string';
  if (Array.isArray(initial)) return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  if (typeof initial === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === typeof initial;
}

function pick(from: object, fields: readonly string[]): Record<string, unknown> {
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
