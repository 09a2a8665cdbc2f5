import type { Query, QueryCache } from '@tanstack/react-query';
import type { Clock } from '@/api';
import type { KeptChange, KeptKind, KeptValue, KeptWindow } from './kept';
import type { Store } from './store';

/** What changed is written together, at most so often, in milliseconds. */
const EVERY = 5_000;

const LIMITS = { windows: 200, people: 2_000 };

/** Of a channel that is not held: what else is heard of it is dropped until it is written. */
const MOST_HEARD = 100;

/** What only the feature of messages knows about them. */
export interface WindowPorts {
  /** A query of the kind `window`, as it is kept; null while it is not to be. */
  windowOf: (data: unknown) => Omit<KeptWindow, 'at'> | null;
  /** What is kept of a channel, after what was heard of it. */
  fold: (kept: KeptWindow | null, heard: readonly KeptChange[]) => Omit<KeptWindow, 'at'> | null;
  /** Whether the user sees a channel. */
  isThere: (channelId: string) => boolean;
}

export interface KeeperPorts extends WindowPorts {
  clock: Clock;
  cache: QueryCache;
  store: () => Promise<Store | null>;
  /** Runs when nothing more urgent does. */
  idle: (run: () => void) => void;
}

const kindOf = ({ meta }: Query): KeptKind | undefined => meta?.['kept'] as KeptKind | undefined;

/** Writes what is held to the tables, some time after it changed: an event costs no more than a note that it came. */
export class Keeper {
  readonly #changed = new Set<Query>();
  readonly #heard = new Map<string, KeptChange[]>();
  #sweeps = false;
  #cancelTimer: (() => void) | null = null;
  #unsubscribe: () => void = () => undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly ports: KeeperPorts) {}

  /** From now on, and what is held already. */
  start(): void {
    const { cache } = this.ports;
    this.stop();
    this.#unsubscribe = cache.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') this.#note(event.query as Query);
    });
    for (const query of cache.getAll()) this.#note(query);
  }

  stop(): void {
    this.#unsubscribe();
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#changed.clear();
    this.#heard.clear();
    this.#sweeps = false;
  }

  /** Something came to a channel that is not held. */
  hear(channelId: string, change: KeptChange): void {
    const heard = this.#heard.get(channelId) ?? [];
    if (heard.length < MOST_HEARD) heard.push(change);
    this.#heard.set(channelId, heard);
    this.#schedule();
  }

  /** Channels may be gone: what is kept of them goes too. */
  sweep(): void {
    this.#sweeps = true;
    this.#schedule();
  }

  /** Now, as when the page is about to go. One after the other. */
  flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #note(query: Query): void {
    if (kindOf(query) === undefined || query.state.data === undefined) return;
    this.#changed.add(query);
    this.#schedule();
  }

  #schedule(): void {
    this.#cancelTimer ??= this.ports.clock.after(EVERY, () => this.ports.idle(() => void this.flush()));
  }

  async #write(): Promise<void> {
    const store = await this.ports.store();
    const [changed, heard, sweeps] = [[...this.#changed], [...this.#heard], this.#sweeps];
    this.#changed.clear();
    this.#heard.clear();
    this.#sweeps = false;
    if (!store) return;
    try {
      const windows = [...changed.flatMap((query) => this.#windowOf(query) ?? []), ...(await this.#folded(store, heard))];
      const at = this.ports.clock.now();
      const seen = windows.filter(({ channelId }) => this.ports.isThere(channelId));
      if (sweeps) await store.dropWindows((channelId) => !this.ports.isThere(channelId));
      await store.write(
        changed.flatMap(valueOf),
        seen.map((window) => ({ ...window, at })),
        LIMITS,
      );
    } catch (error) {
      await this.#giveWay(store, error);
    }
  }

  #windowOf(query: Query) {
    return kindOf(query) === 'window' ? this.ports.windowOf(query.state.data) : null;
  }

  async #folded(store: Store, heard: readonly [channelId: string, changes: KeptChange[]][]) {
    const kept = await store.windowsOf(heard.map(([channelId]) => channelId));
    return heard.flatMap(([channelId, changes]) => this.ports.fold(kept.get(channelId) ?? null, changes) ?? []);
  }

  /** No room: what can be had again makes way for what cannot. */
  async #giveWay(store: Store, error: unknown): Promise<void> {
    this.stop();
    if (isQuota(error)) await store.clear().catch(() => undefined);
  }
}

function valueOf(query: Query): KeptValue[] {
  const kind = kindOf(query);
  if (kind === undefined || kind === 'window') return [];
  const { data, dataUpdatedAt } = query.state;
  // A member who is not there is no member to keep.
  if (typeof data !== 'object' || data === null) return [];
  return [{ key: query.queryHash, queryKey: query.queryKey, kind, data, at: dataUpdatedAt }];
}

/** The library wraps what the browser said. */
const isQuota = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('name' in error && error.name === 'QuotaExceededError') || ('inner' in error && isQuota(error.inner)));
