/** Runs so many things at once, and the others as they came. */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  async take<T>(run: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    // The place of whoever ends before goes on to this one.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
