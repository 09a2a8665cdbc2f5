import type { Changes, Message } from '@hearth/contract';
import type { VersionedChange, MessagePage } from './cache';
import type { PageQuery } from './conversations';
import { buildMessage } from './fixtures';

const CHANGES_BEHIND = 20;
const PAGE = 5;
const CATCH_UP = 4;

/** A channel as the server keeps it, with small pages. Every change answers with the event that tells of it. */
export class FakeChannel {
  #messages: Message[] = [];
  version = 0;

  get lastSeq(): number {
    return this.#messages.length;
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  post(): VersionedChange {
    return this.#put(buildMessage({ seq: this.lastSeq + 1 }));
  }

  edit(seq: number): VersionedChange {
    return this.#put({ ...this.#at(seq), content: `edited at ${this.version}`, editedAt: new Date(this.version).toISOString() });
  }

  remove(seq: number): VersionedChange {
    return this.#put({ ...this.#at(seq), content: '', deletedAt: new Date(this.version).toISOString() });
  }

  /** Tells of some only where they stood, as of many that are deleted at once. */
  removeSilently(seq: number): VersionedChange {
    const { version } = this.remove(seq);
    return { version, seq, deletedAt: this.#at(seq).deletedAt ?? '' };
  }

  page(query: PageQuery): MessagePage {
    const all = this.#messages;
    if ('before' in query) {
      const older = all.filter(({ seq }) => seq < query.before);
      return { messages: older.slice(-PAGE), hasMore: older.length > PAGE };
    }
    if ('after' in query) {
      const newer = all.filter(({ seq }) => seq > query.after);
      return { messages: newer.slice(0, PAGE), hasMore: newer.length > PAGE };
    }
    if ('around' in query) {
      const messages = all.filter(({ seq }) => Math.abs(seq - query.around) <= PAGE / 2);
      return { messages, hasMore: messages.length < all.length };
    }
    return { messages: all.slice(-PAGE), hasMore: all.length > PAGE };
  }

  changes(after: number): Changes {
    if (after > this.version || this.version - after > CHANGES_BEHIND) return { reset: true, version: this.version };
    const changed = this.#messages.filter(({ version }) => version > after).sort((a, b) => a.version - b.version);
    const messages = changed.slice(0, CATCH_UP);
    const hasMore = changed.length > CATCH_UP;
    return { messages, hasMore, version: hasMore ? (messages.at(-1)?.version ?? 0) : this.version };
  }

  #at(seq: number): Message {
    const message = this.#messages[seq - 1];
    if (!message) throw new Error(`There is no message ${seq}`);
    return message;
  }

  #put(message: Message): VersionedChange {
    this.version += 1;
    const changed = { ...message, version: this.version };
    this.#messages = this.#messages.toSpliced(message.seq - 1, 1, changed);
    return { version: this.version, message: changed };
  }
}
