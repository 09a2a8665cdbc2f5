import type { Clock } from '@/api';

/** Milliseconds before it is tried again; doubled each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** What is to be tried again, and when. */
export class Retries {
  readonly #tries = new Map<string, number>();
  readonly #pauses = new Map<string, () => void>();

  constructor(
    private readonly clock: Clock,
    private readonly goOn: () => void,
  ) {}

  /** How often it has failed. */
  count(key: string): number {
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, tries);
    return tries;
  }

  /** @param ms left out: the longer, the more often it failed */
  pause(key: string, ms = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** ((this.#tries.get(key) ?? 1) - 1))): void {
    const cancel = this.clock.after(ms, () => {
      this.#pauses.delete(key);
      this.goOn();
    });
    this.#pauses.set(key, cancel);
  }

  isPaused(key: string): boolean {
    return this.#pauses.has(key);
  }

  endPause(key: string): void {
    this.#pauses.get(key)?.();
    this.#pauses.delete(key);
  }

  endPauses(): void {
    for (const key of [...this.#pauses.keys()]) this.endPause(key);
  }

  /** It got on: what failed before does not count. */
  forget(key: string): void {
    this.#tries.delete(key);
  }
}
