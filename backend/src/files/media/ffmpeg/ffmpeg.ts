import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Delay, Mishap, Refusal } from '../refusal.js';
import { THREADS } from './input.js';
import { MediaTools, withLimits, type FfmpegPrograms } from './media-tools.js';

/** Bytes of addresses: libraries and reserves take most of them. */
const MEMORY = 3 * 1_024 ** 3;
/** Of what it says about its work, from the end. */
const MAX_WORDS = 2_000;

export interface Run {
  program: 'ffmpeg' | 'ffprobe';
  args: string[];
  /** Where it works. */
  folder: string;
  milliseconds: number;
  /** That a file of what it writes may have at most. */
  bytes: number;
  /** What it writes to its standard output. */
  onOutput: (chunk: Buffer) => void;
}

/** Runs ffmpeg on what strangers made: with bounds, behind everything else that the machine does, knowing nothing of the installation. */
@Injectable()
export class Ffmpeg implements OnModuleDestroy {
  private readonly running = new Set<ChildProcess>();
  private isEnding = false;

  constructor(
    private readonly tools: MediaTools,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  async isThere(): Promise<boolean> {
    return (await this.tools.ffmpeg()) !== null;
  }

  /** @throws Refusal when it cannot do it, Mishap when it dies, Delay when it takes too long */
  async run(run: Run): Promise<void> {
    const programs = await this.tools.ffmpeg();
    if (!programs) throw new Refusal('cannot be processed without ffmpeg');
    if (this.isEnding) throw new Mishap('could not be processed: the server ends');
    const { code, signal, words, isLate } = await this.follow(this.start(programs, run), run);
    if (code === 0) return;
    this.logger.debug({ code, signal, words }, 'ffmpeg could not do it');
    // A bound of the kernel that is reached is the file's fault; another death need not be.
    const isRefused = code !== null || signal === 'SIGXFSZ' || signal === 'SIGXCPU';
    if (isLate) throw new Delay('takes too long');
    if (!isRefused || /No space left on device/.test(words)) throw new Mishap('could not be processed');
    throw new Refusal('could not be read');
  }

  /** Before the queues wait for what is under way. */
  onModuleDestroy(): void {
    this.isEnding = true;
    for (const child of this.running) child.kill('SIGKILL');
  }

  private start({ hasLimits, ...programs }: FfmpegPrograms, { program, args, folder, milliseconds, bytes }: Run): ChildProcess {
    const plain: [string, ...string[]] = [programs[program], ...args];
    const seconds = Math.ceil((THREADS * milliseconds) / 1_000);
    const [command, ...rest] = hasLimits ? withLimits(plain, { memory: MEMORY, bytes, seconds }) : plain;
    const child = spawn(command, rest, { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    this.running.add(child);
    child.once('close', () => this.running.delete(child));
    if (child.pid !== undefined) yieldToOthers(child.pid);
    return child;
  }

  private follow(child: ChildProcess, { milliseconds, onOutput }: Run): Promise<Ending> {
    return new Promise((resolve) => {
      let [words, isLate] = ['', false];
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, milliseconds);
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        clearTimeout(timer);
        resolve({ code, signal, words, isLate });
      };
      child.stdout?.on('data', onOutput);
      child.stderr?.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-MAX_WORDS)));
      // It could not be started.
      child.once('error', () => end(null, null)).once('close', end);
    });
  }
}

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended by now.
  }
}

interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  words: string;
  isLate: boolean;
}
