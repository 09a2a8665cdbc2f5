interface Mark {
  at: number;
  sent: number;
}

/** Milliseconds over which the speed is taken: shorter ones jump about, longer ones do not notice a network that changed. */
const OVER = 6_000;
/** Milliseconds before anything can be told. */
const FIRST = 700;

/** How fast something goes. */
export class Pace {
  #marks: Mark[] = [];

  /** @param at Unix time in milliseconds */
  note(at: number, sent: number): void {
    const last = this.#marks.at(-1);
    // It begins again from what has arrived.
    if (last && sent < last.sent) this.#marks = [];
    this.#marks.push({ at, sent });
    const from = this.#marks.findLastIndex((mark) => at - mark.at >= OVER);
    if (from > 0) this.#marks.splice(0, from);
  }

  /** Bytes a second; null while nobody can tell. */
  get rate(): number | null {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.at - first.at < FIRST) return null;
    return ((last.sent - first.sent) * 1_000) / (last.at - first.at);
  }
}

/** Seconds until the rest is sent; null where nobody can tell. */
export const secondsLeft = (rest: number, rate: number | null): number | null =>
  rate === null || rate <= 0 ? null : Math.max(1, Math.round(rest / rate));
