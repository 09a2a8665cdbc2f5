import { complain, tell } from './output.js';

type Close = () => Promise<void>;

/** A service manager and the process above may both pass on the one signal. */
const SAME_SIGNAL_MS = 1_000;
const PATIENCE_MS = 20_000;

/** Ends what has been started, the last first, when the process is asked to end. */
export class Shutdown {
  private readonly steps: Close[] = [];
  private closing: Promise<void> | undefined;

  get hasBegun(): boolean {
    return this.closing !== undefined;
  }

  /** Adds something that has just been started. */
  add(close: Close): void {
    this.steps.push(close);
  }

  /** Ends in order at the first signal or when the parent process is gone, and at once at the second. */
  listen(): void {
    let asked = 0;
    const stop = (): void => {
      if (this.hasBegun) {
        if (Date.now() - asked > SAME_SIGNAL_MS) process.exit(130);
        return;
      }
      asked = Date.now();
      tell('Stopping. Press Ctrl-C again to stop at once.');
      void this.exit(0);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
    process.once('disconnect', () => void this.exit(0));
    // Whoever reads the output may be gone before this process is.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }

  async exit(code: number): Promise<void> {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await this.close();
    process.exit(code);
  }

  private close(): Promise<void> {
    this.closing ??= this.run();
    return this.closing;
  }

  private async run(): Promise<void> {
    for (const close of this.steps.reverse()) {
      try {
        await close();
      } catch (error) {
        // The rest has to end all the same.
        complain(`While stopping: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  }
}
