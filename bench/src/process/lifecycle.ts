/** What has been started and must end, the last first. */
export class Lifecycle {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private closing: Promise<void> | undefined;

  get isEnding(): boolean {
    return this.closing !== undefined;
  }

  /** @param end must be harmless for what has ended already */
  defer(end: () => Promise<unknown>): void {
    this.steps.push(end);
  }

  /** Ends everything when the process is asked to end. */
  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.closing) process.exit(130);
        void this.close().finally(() => process.exit(130));
      });
    }
  }

  close(): Promise<void> {
    this.closing ??= this.run();
    return this.closing;
  }

  private async run(): Promise<void> {
    for (const end of this.steps.reverse()) {
      await end().catch((fault: unknown) => process.stderr.write(`while ending: ${String(fault)}\n`));
    }
  }
}
