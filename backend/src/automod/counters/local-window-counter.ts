import { KEPT, WindowCounter } from './window-counter.js';

const SWEEP_EVERY = 1_000;

interface Window {
  /** When each mark was noted, the oldest first. */
  marks: Map<string, number>;
  emptyAt: number;
}

export class LocalWindowCounter extends WindowCounter {
  private readonly windows = new Map<string, Window>();
  private counts = 0;

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  async count(key: string, mark: string, seconds: number): Promise<number> {
    this.sweepSometimes();
    const now = this.now();
    const window = this.windows.get(key) ?? { marks: new Map<string, number>(), emptyAt: 0 };
    this.windows.set(key, window);
    const { marks } = window;
    for (const [old, at] of marks) if (at <= now - seconds * 1_000) marks.delete(old);
    if (!marks.has(mark)) marks.set(mark, now);
    for (const oldest of marks.keys()) if (marks.size > KEPT) marks.delete(oldest);
    window.emptyAt = now + seconds * 1_000;
    return marks.size;
  }

  private sweepSometimes(): void {
    this.counts += 1;
    if (this.counts % SWEEP_EVERY !== 0) return;
    const now = this.now();
    for (const [key, { emptyAt }] of this.windows) if (emptyAt <= now) this.windows.delete(key);
  }
}
