import type { Changes, Message } from '@hearth/contract';
import { type Clock, hasCode } from '@/api';
import {
  type Conversation,
  type MessageChange,
  type MessagePage,
  appendNewer,
  applyChanges,
  applyMessageChange,
  fromPage,
  MOST_HELD,
  hasGap,
  isHeld,
  prependOlder,
  withoutOldest,
} from './cache';
import type { OwnMark } from './own-part';

export type PageQuery = { before: number } | { after: number } | { around: number } | Record<never, never>;

export interface ConversationPorts {
  clock: Clock;
  random: () => number;
  get: (channelId: string) => Conversation | undefined;
  set: (channelId: string, conversation: Conversation) => void;
  drop: (channelId: string) => void;
  held: () => string[];
  /** The newest version of a channel that was heard of. */
  versionOf: (channelId: string) => number;
  fetchPage: (channelId: string, query: PageQuery) => Promise<MessagePage>;
  fetchChanges: (channelId: string, after: number) => Promise<Changes>;
  /** A page is being loaded at this end, or no longer. */
  setLoading: (channelId: string, end: End, isLoading: boolean) => void;
}

type End = 'older' | 'newer';

/** Nodes may publish out of order: what is missing has this long, in milliseconds, to come by itself. */
const WAIT = 300;
const JITTER = 200;
const LONGEST_WAIT = 30_000;

/** What goes on around one channel. */
interface Work {
  /** What came while a page was on its way: the page may have been made before or after it. */
  recordings: Set<MessageChange[]>;
  /** What came during a catch-up, to be applied after it. */
  waiting: MessageChange[] | null;
  cancelTimer: (() => void) | null;
  /** Catch-ups in a row that left a gap. */
  vain: number;
  loading: Set<End>;
  /** The last window that was asked for, and the last that came: of two jumps, the later one counts. */
  windows: { asked: number; came: number };
}

/**
 * Keeps the held conversations equal to the server's: applies events, finds what is missing by the versions, and loads pages. Whatever
 * comes while a page is on its way is applied again on top of it, so that the order of arrival does not matter.
 */
export class Conversations {
  readonly #work = new Map<string, Work>();

  constructor(private readonly ports: ConversationPorts) {}

  /** The newest page, for a channel that is not held. The caller keeps the answer. */
  async load(channelId: string): Promise<Conversation> {
    const version = this.#knownVersion(channelId);
    const conversation = await this.#recording(channelId, {}, (page) => fromPage(channelId, page, version, 'newest'));
    // Only once it is held can it be compared.
    this.ports.clock.after(0, () => this.#check(channelId));
    return conversation;
  }

  /** A window that was kept from before a break. It is caught up with as soon as the server can be reached. */
  recall(kept: Conversation): Conversation {
    this.ports.clock.after(0, () => this.#check(kept.channelId));
    return kept;
  }

  loadOlder(channelId: string): Promise<void> {
    const held = this.ports.get(channelId);
    const first = held?.messages[0]?.seq;
    if (!held?.hasOlder || first === undefined) return Promise.resolve();
    return this.#extend(channelId, 'older', { before: first }, (now, page) => prependOlder(now, first, page));
  }

  loadNewer(channelId: string): Promise<void> {
    const held = this.ports.get(channelId);
    const last = held?.messages.at(-1)?.seq;
    if (!held || held.atNewest || last === undefined) return Promise.resolve();
    return this.#extend(channelId, 'newer', { after: last }, (now, page) => appendNewer(now, last, page));
  }

  /** Moves the window so that it holds a message and what surrounds it. */
  async jumpTo(channelId: string, seq: number): Promise<void> {
    const held = this.ports.get(channelId);
    if (!held || !isHeld(held, seq)) await this.#replace(channelId, { around: seq }, 'around', this.#knownVersion(channelId));
  }

  async jumpToNewest(channelId: string): Promise<void> {
    if (!this.ports.get(channelId)?.atNewest) await this.#replace(channelId, {}, 'newest', this.#knownVersion(channelId));
  }

  letGoOfOldest(channelId: string): void {
    const held = this.ports.get(channelId);
    if (held?.atNewest) this.ports.set(channelId, withoutOldest(held, MOST_HELD));
  }

  /** Events of the socket. */
  receive(channelId: string, changes: readonly MessageChange[]): void {
    const waiting = this.#work.get(channelId)?.waiting;
    if (waiting) waiting.push(...changes);
    else this.#apply(channelId, changes);
  }

  /** The answer to an own request: shown at once, also while older changes are still being caught up with. */
  acknowledge(message: Message): void {
    this.#apply(message.channelId, [{ version: message.version, message, isOwnView: true }]);
  }

  /** An own message, as everybody is told of it: shown at once too. */
  hear(message: Message): void {
    this.#apply(message.channelId, [{ version: message.version, message }]);
  }

  /** The reader marked a message, on whichever device. */
  mark(channelId: string, mark: OwnMark): void {
    // It raises no version: what is being caught up with may have been looked up before it.
    this.#work.get(channelId)?.waiting?.push({ mark });
    this.#apply(channelId, [{ mark }]);
  }

  /** The server told how far channels are. Pauses differ between clients, so that they do not all ask at once. */
  announced(channelIds: readonly string[]): void {
    for (const channelId of channelIds) this.#check(channelId);
  }

  /**
   * The connection is new: what changed during the break is asked for at once.
   *
   * @param told channels whose newest version it told; whether anything changed in others is not known
   */
  reconnected(told: ReadonlySet<string>): void {
    for (const channelId of this.ports.held()) {
      const isSame = told.has(channelId) && this.ports.get(channelId)?.version === this.ports.versionOf(channelId);
      if (!isSame) void this.#catchUp(channelId);
    }
  }

  forget(channelId: string): void {
    this.#work.get(channelId)?.cancelTimer?.();
    this.#work.delete(channelId);
  }

  reset(): void {
    for (const channelId of this.#work.keys()) this.forget(channelId);
  }

  #apply(channelId: string, changes: readonly MessageChange[]): void {
    for (const recording of this.#work.get(channelId)?.recordings ?? []) recording.push(...changes);
    const held = this.ports.get(channelId);
    if (!held) return;
    const next = applyAll(held, changes);
    if (next === held) return;
    this.ports.set(channelId, next);
    this.#check(channelId);
  }

  /** Loads a page and makes a conversation of it and of what came meanwhile. */
  async #recording<T extends Conversation | undefined>(channelId: string, query: PageQuery, make: (page: MessagePage) => T) {
    const { recordings } = this.#workOf(channelId);
    const recording: MessageChange[] = [];
    recordings.add(recording);
    try {
      const made = make(await this.ports.fetchPage(channelId, query));
      return made && applyAll(made, recording);
    } finally {
      recordings.delete(recording);
    }
  }

  async #extend(
    channelId: string,
    end: End,
    query: PageQuery,
    extend: (held: Conversation, page: MessagePage) => Conversation,
  ): Promise<void> {
    const { loading, windows } = this.#workOf(channelId);
    if (loading.has(end)) return;
    const { came } = windows;
    loading.add(end);
    this.ports.setLoading(channelId, end, true);
    try {
      const next = await this.#recording(channelId, query, (page) => {
        const held = this.ports.get(channelId);
        // To another window the page may be news from yesterday, even where it fits.
        return held && windows.came === came ? extend(held, page) : undefined;
      });
      if (next) this.ports.set(channelId, next);
    } finally {
      loading.delete(end);
      this.ports.setLoading(channelId, end, false);
    }
    this.#check(channelId);
  }

  /** @param version the channel stood at this one, or later, when this is called */
  async #replace(channelId: string, query: PageQuery, part: 'newest' | 'around', version: number): Promise<void> {
    const { windows } = this.#workOf(channelId);
    const ticket = (windows.asked += 1);
    const next = await this.#recording(channelId, query, (page) => fromPage(channelId, page, version, part));
    if (ticket < windows.came) return;
    windows.came = ticket;
    this.ports.set(channelId, next);
    this.#check(channelId);
  }

  #knownVersion(channelId: string): number {
    return Math.max(this.ports.versionOf(channelId), this.ports.get(channelId)?.version ?? 0);
  }

  /** Waits for what is missing, then asks for it. */
  #check(channelId: string): void {
    const held = this.ports.get(channelId);
    if (!held) return;
    const work = this.#workOf(channelId);
    if (!hasGap(held) && held.version >= this.ports.versionOf(channelId)) {
      work.cancelTimer?.();
      work.cancelTimer = null;
      work.vain = 0;
    } else if (!work.cancelTimer && !work.waiting) {
      const pause = Math.min(LONGEST_WAIT, WAIT * 2 ** work.vain) + this.ports.random() * JITTER;
      work.cancelTimer = this.ports.clock.after(pause, () => {
        work.cancelTimer = null;
        void this.#catchUp(channelId);
      });
    }
  }

  /** One at a time for each channel. */
  async #catchUp(channelId: string): Promise<void> {
    const work = this.#workOf(channelId);
    if (work.waiting) return;
    work.cancelTimer?.();
    work.cancelTimer = null;
    work.waiting = [];
    work.vain += 1;
    try {
      while (await this.#fetchChanges(channelId));
    } catch (error) {
      if (hasCode(error, 'NOT_FOUND')) this.ports.drop(channelId);
    } finally {
      const { waiting } = work;
      work.waiting = null;
      this.#apply(channelId, waiting);
    }
    this.#check(channelId);
  }

  /** @returns whether there is more */
  async #fetchChanges(channelId: string): Promise<boolean> {
    const after = this.ports.get(channelId)?.version;
    if (after === undefined) return false;
    const answer = await this.ports.fetchChanges(channelId, after);
    if ('reset' in answer) {
      // Too far behind, or ahead of a server that was put back: nothing of what is held counts.
      await this.#replace(channelId, {}, 'newest', answer.version);
      return false;
    }
    const changes = answer.messages.map((message) => ({ version: message.version, message, isOwnView: true }));
    for (const recording of this.#workOf(channelId).recordings) recording.push(...changes);
    const held = this.ports.get(channelId);
    if (held) this.ports.set(channelId, applyChanges(held, after, answer));
    return answer.hasMore && answer.version > after;
  }

  #workOf(channelId: string): Work {
    const known = this.#work.get(channelId);
    if (known) return known;
    const work: Work = {
      recordings: new Set(),
      waiting: null,
      cancelTimer: null,
      vain: 0,
      loading: new Set(),
      windows: { asked: 0, came: 0 },
    };
    this.#work.set(channelId, work);
    return work;
  }
}

const applyAll = (held: Conversation, changes: readonly MessageChange[]): Conversation => changes.reduce(applyMessageChange, held);
