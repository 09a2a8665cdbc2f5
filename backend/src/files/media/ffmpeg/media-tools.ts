import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { AppConfig } from '../../../config/app-config.js';
import { findProgram } from '../../../config/find-program.js';

const execute = promisify(execFile);
/** Milliseconds for a look at a program. */
const PATIENCE = 10_000;
/** It says its version before. */
const ENCODERS = ['-encoders'];

export interface ToolState {
  available: boolean;
  version?: string;
  /** A sentence, where it is not available. */
  reason?: string;
}

export interface FfmpegPrograms {
  ffmpeg: string;
  ffprobe: string;
  /** Whether the kernel can be told what a program may use, and that it ends with this one. */
  hasLimits: boolean;
}

interface Found {
  state: ToolState;
  programs: FfmpegPrograms | null;
}

/** Which programs of the system there are for what Node cannot do itself. They are looked for once. */
@Injectable()
export class MediaTools implements OnApplicationBootstrap {
  private found: Promise<Found> | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  onApplicationBootstrap(): void {
    void this.look().then(({ state: { available, version, reason } }) => {
      if (available) this.logger.info(`ffmpeg ${version} makes videos and sound ready`);
      else this.logger.warn(`Videos can only be downloaded: ${reason}`);
    });
  }

  /** For whoever administers. */
  async state(): Promise<{ ffmpeg: ToolState }> {
    return { ffmpeg: (await this.look()).state };
  }

  /** Null where there is none. */
  async ffmpeg(): Promise<FfmpegPrograms | null> {
    return (await this.look()).programs;
  }

  private look(): Promise<Found> {
    this.found ??= lookFor(this.config.ffmpeg);
    return this.found;
  }
}

async function lookFor(name: string): Promise<Found> {
  const ffmpeg = findProgram(name);
  if (!ffmpeg) return missing(`there is no program "${name}"`);
  const ffprobe = findProgram(path.join(path.dirname(ffmpeg), 'ffprobe')) ?? findProgram('ffprobe');
  if (!ffprobe) return missing(`there is no ffprobe beside ${ffmpeg}`);
  const limited = await look(withLimits([ffmpeg, ...ENCODERS], { memory: 1 << 30, bytes: 1 << 20, seconds: PATIENCE / 1_000 }));
  const words = limited ?? (await look([ffmpeg, ...ENCODERS]));
  const version = /^ffmpeg version (\S+)/m.exec(words ?? '')?.[1];
  if (!words || !version) return missing(`${ffmpeg} is no ffmpeg that works`);
  if (!/\blibx264\b/.test(words)) return missing(`${ffmpeg} cannot write H.264 (libx264)`);
  return { state: { available: true, version }, programs: { ffmpeg, ffprobe, hasLimits: limited !== null } };
}

const missing = (reason: string): Found => ({ state: { available: false, reason }, programs: null });

/** What it says; null when it cannot be run like this. */
const look = ([program, ...args]: [string, ...string[]]): Promise<string | null> =>
  execute(program, args, { env: {}, timeout: PATIENCE, killSignal: 'SIGKILL', maxBuffer: 1_048_576 }).then(
    ({ stdout, stderr }) => stderr + stdout,
    () => null,
  );

export interface Limits {
  /** Bytes of addresses. */
  memory: number;
  /** Bytes of a file that it writes. */
  bytes: number;
  /** Of a processor. */
  seconds: number;
}

/** A command line under which the kernel bounds what a program uses and ends it with this process. Both programs are those of util-linux. */
export function withLimits(command: string[], { memory, bytes, seconds }: Limits): [string, ...string[]] {
  const bounds = { as: memory, fsize: bytes, cpu: seconds, core: 0, nofile: 64 };
  const options = Object.entries(bounds).map(([name, bound]) => `--${name}=${bound}`);
  const setpriv = findProgram('setpriv') ?? 'setpriv';
  return [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', findProgram('prlimit') ?? 'prlimit', ...options, ...command];
}
