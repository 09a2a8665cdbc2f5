import { characterCount, limits, type Draft } from '@hearth/contract';
import { ApiError, type Clock, hasCode } from '@/api';
import { without } from '@/lib/without';
import { applyReady, changedChannels, type Drafts } from './cache';
import type { Written } from './written-store';

export interface DraftSyncPorts {
  clock: Clock;
  /** Without text it deletes. Rejects with ApiError when refused. */
  save: (channelId: string, draft: { content: string; replyToId: string | null }) => Promise<Draft>;
  held: () => Drafts;
  hold: (drafts: Drafts) => void;
  written: () => Readonly<Record<string, Written>>;
  setWritten: (channelId: string, written: Written | null) => void;
}

/** Milliseconds after the last key. */
const SETTLED = 1_000;
/** Milliseconds before a server in trouble is asked again. */
const PAUSE = 10_000;

/**
 * Keeps what is written in the composers and what the server holds alike. What is written here holds on screen until the server has it, and
 * then for as long as it is being written: nothing changes under the hands of whoever types. Of two devices the one that saves last holds.
 */
export class DraftSync {
  readonly #timers = new Map<string, () => void>();
  readonly #saving = new Set<string>();
  /** `updatedAt` of the last that was heard of a channel, also of what is deleted. */
  readonly #heard = new Map<string, string>();
  /** The channel whose composer has the focus and was typed in since. */
  #writing: string | null = null;

  constructor(private readonly ports: DraftSyncPorts) {}

  /** @param byHand typed just now into a composer that has the focus */
  write(channelId: string, text: string, byHand = false): void {
    const { clock, held, written, setWritten } = this.ports;
    if (byHand) this.#writing = channelId;
    const before = written()[channelId];
    const draft = held()[channelId];
    if (text === '' && !draft && !this.#saving.has(channelId)) return this.#let(channelId);
    const replyToId = text === '' ? null : ((before ?? draft)?.replyToId ?? null);
    setWritten(channelId, {
      text,
      replyToId,
      at: clock.now(),
      base: before && !before.isSaved ? before.base : (draft?.updatedAt ?? null),
      isSaved: false,
    });
    this.#saveAfter(channelId, text === '' ? 0 : SETTLED);
  }

  /** What is written in a channel answers another message now, or none. */
  answer(channelId: string, replyToId: string | null): void {
    const { clock, held, written, setWritten } = this.ports;
    const [before, draft] = [written()[channelId], held()[channelId]];
    const text = before?.text ?? draft?.content ?? '';
    if (text === '' || ((before ?? draft)?.replyToId ?? null) === replyToId) return;
    const base = before && !before.isSaved ? before.base : (draft?.updatedAt ?? null);
    setWritten(channelId, { text, replyToId, at: clock.now(), base, isSaved: false });
    this.#saveAfter(channelId, SETTLED);
  }

  /** The composer of a channel lost the focus, or is gone. */
  leave(channelId: string): void {
    if (this.#writing === channelId) this.#writing = null;
    if (this.ports.written()[channelId]?.isSaved) this.#let(channelId);
    else this.#save(channelId);
  }

  /** The tab is hidden, and may not come back. */
  flush(): void {
    for (const channelId of Object.keys(this.ports.written())) this.#save(channelId);
  }

  /** Told by the server: from another device, or an own change that it tells all. */
  receive(draft: Draft): void {
    if (this.#isOld(draft)) return;
    const { channelId, updatedAt, content } = draft;
    const before = this.ports.held();
    this.#heard.set(channelId, updatedAt);
    this.ports.hold(content === '' ? without(before, channelId) : { ...before, [channelId]: draft });
    this.#settle(channelId, before[channelId]);
  }

  /** After `ready`: what changed elsewhere is taken over, and what was written here meanwhile is saved. */
  resume(told: readonly Draft[]): void {
    const before = this.ports.held();
    const isNewer = ({ channelId, updatedAt }: Draft) => (this.#heard.get(channelId) ?? '') > updatedAt;
    const after = applyReady(before, told, limits.readyDrafts, isNewer);
    for (const channelId of changedChannels(before, after)) {
      const now = after[channelId];
      if (now) this.#heard.set(channelId, now.updatedAt);
      // Saved while `ready` was on its way, it is told again.
      else this.#heard.delete(channelId);
    }
    this.ports.hold(after);
    for (const channelId of changedChannels(before, after)) this.#settle(channelId, before[channelId]);
    for (const [channelId, written] of Object.entries(this.ports.written())) this.#resolve(channelId, written);
  }

  /** The user sees the channel no more. */
  forget(channelId: string): void {
    this.#let(channelId);
    this.#heard.delete(channelId);
    this.ports.hold(without(this.ports.held(), channelId));
  }

  reset(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#saving.clear();
    this.#heard.clear();
    this.#writing = null;
  }

  #isOld({ channelId, updatedAt }: Draft): boolean {
    return (this.#heard.get(channelId) ?? '') >= updatedAt;
  }

  /** What is held has changed: whether what is written here gives way. */
  #settle(channelId: string, before: Draft | undefined): void {
    const written = this.ports.written()[channelId];
    if (!written) return;
    // The same text was sent or thrown away on another device.
    const isGone = !(channelId in this.ports.held()) && before !== undefined && before.content === written.text;
    if (isGone || (written.isSaved && this.#writing !== channelId)) this.#let(channelId);
  }

  /** What was written without a connection, beside what another device has saved since: the later one holds. */
  #resolve(channelId: string, written: Written): void {
    const held = this.ports.held()[channelId];
    const isBehind = held !== undefined && held.updatedAt !== written.base && Date.parse(held.updatedAt) > written.at;
    if (isBehind && this.#writing !== channelId) this.#let(channelId);
    else this.#save(channelId);
  }

  #let(channelId: string): void {
    this.#cancel(channelId);
    if (channelId in this.ports.written()) this.ports.setWritten(channelId, null);
  }

  #cancel(channelId: string): void {
    this.#timers.get(channelId)?.();
    this.#timers.delete(channelId);
  }

  #saveAfter(channelId: string, ms: number): void {
    this.#cancel(channelId);
    if (ms === 0) this.#save(channelId);
    else
      this.#timers.set(
        channelId,
        this.ports.clock.after(ms, () => this.#save(channelId)),
      );
  }

  /** One at a time for a channel, so that what was written last is saved last. */
  #save(channelId: string): void {
    this.#cancel(channelId);
    const written = this.ports.written()[channelId];
    if (!written || written.isSaved || this.#saving.has(channelId) || characterCount(written.text) > limits.content) return;
    this.#saving.add(channelId);
    void this.ports
      .save(channelId, { content: written.text, replyToId: written.replyToId })
      .then(
        (draft) => this.#saved(written, draft),
        (fault: unknown) => this.#failed(channelId, fault),
      )
      .finally(() => this.#saving.delete(channelId))
      .then(() => this.#goOn(channelId, written));
  }

  #saved(written: Written, draft: Draft): void {
    const { channelId } = draft;
    this.receive(draft);
    if (this.ports.written()[channelId] !== written) return;
    if (this.#writing === channelId && written.text !== '') this.ports.setWritten(channelId, { ...written, isSaved: true });
    else this.#let(channelId);
  }

  /** What cannot be saved stays here; without network until the next `ready`. */
  #failed(channelId: string, fault: unknown): void {
    if (hasCode(fault, 'NOT_FOUND')) this.#let(channelId);
    else if (fault instanceof ApiError && (fault.problem.status >= 500 || fault.code === 'RATE_LIMITED')) this.#saveAfter(channelId, PAUSE);
  }

  /** What was written while something else was being saved. */
  #goOn(channelId: string, saved: Written): void {
    const written = this.ports.written()[channelId];
    if (written && written !== saved && !written.isSaved && !this.#timers.has(channelId)) this.#save(channelId);
  }
}
