import { complain, tell } from './output.js';

type Close = () => Promise<void>;

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
    const stop = (): void => {
      if (this.hasBegun) process.exit(130);
      tell('Stopping. Press Ctrl-C again to stop at once.');
      void this.exit(0);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
    process.once('disconnect', () => void this.exit(0));
  }

  async exit(code: number): Promise<void> {
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
