import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../config/project-root.js';
import type { MediaAnswer, MediaTask } from './tasks.js';

const PROGRAM = path.join(projectRoot, 'backend/dist/files/media/media-process.js');

/** One process for media. It knows nothing of the installation: no secret, no variable, no folder. */
export class MediaWorker {
  private readonly child: ChildProcess = fork(PROGRAM, [], { env: {}, execArgv: [], serialization: 'advanced', stdio: 'ignore' });
  private hasEnded = false;

  constructor() {
    this.child.once('exit', () => (this.hasEnded = true));
    // A process that could not be started: the task that waits for it is told by `exit` or by this.
    this.child.on('error', () => (this.hasEnded = true));
    // The process alone keeps no node from ending.
    this.child.unref();
    this.child.channel?.unref();
  }

  get isAlive(): boolean {
    return !this.hasEnded && this.child.connected;
  }

  /** @throws when the process dies of it, or does not answer in time; then it is ended */
  run(task: MediaTask, milliseconds: number): Promise<MediaAnswer> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => finish(() => reject(new Error(why)));
      const ended = () => fail('the process for media died');
      const timer = setTimeout(() => {
        this.end();
        fail('the process for media took too long');
      }, milliseconds);
      const answered = (answer: unknown) => finish(() => resolve(answer as MediaAnswer));
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.child.off('message', answered).off('exit', ended).off('error', ended);
        settle();
      };
      this.child.on('message', answered).on('exit', ended).on('error', ended);
      this.child.send(task, (fault) => fault && ended());
    });
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
