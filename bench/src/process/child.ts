import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Usage } from './probe.ts';
import type { Answer, Call, Commands } from './rpc.ts';

const PATIENCE = 15_000;
const OUTPUT_KEPT = 4_000;

const probe = pathToFileURL(path.join(import.meta.dirname, 'probe.ts')).href;

interface Surroundings {
  args?: string[];
  env?: Record<string, string>;
  nodeArgs?: string[];
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (reason: Error) => void;
}

type Argument<C> = C extends (argument: infer A) => unknown ? A : never;
type Result<C> = C extends (argument: never) => infer R ? Awaited<R> : never;

// Of the surroundings only what a program needs to run: a variable of the shell must not change what is measured.
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
);

/** A process that the bench started, with the commands that it answers beside the probe's. */
export class Child<C extends Commands> {
  readonly name: string;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private nextId = 1;
  private said = '';
  private stopping = false;

  constructor(name: string, module: string, { args = [], env = {}, nodeArgs = [] }: Surroundings = {}) {
    this.name = name;
    this.process = fork(module, args, {
      env: { ...inherited, ...env },
      execArgv: ['--expose-gc', '--import', probe, ...nodeArgs],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    this.process.on('message', (answer: Answer) => this.take(answer));
    this.exited = new Promise((resolve) => {
      this.process.once('exit', () => {
        this.failAll();
        resolve();
      });
    });
  }

  /** What the process has written, its end. */
  get output(): string {
    return this.said;
  }

  call<N extends keyof C & string>(command: N, argument: Argument<C[N]>): Promise<Result<C[N]>> {
    return this.request(command, argument);
  }

  usage(): Promise<Usage> {
    return this.request('usage');
  }

  /** Memory after all garbage was collected. */
  settle(): Promise<Usage> {
    return this.request('settle');
  }

  startProfile(): Promise<void> {
    return this.request('startProfile');
  }

  stopProfile(file: string): Promise<void> {
    return this.request('stopProfile', file);
  }

  /** Resolves with what matched in the output of the process. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const match = pattern.exec(this.said);
      if (match) return match;
      if (this.process.exitCode !== null || Date.now() > deadline) throw new Error(`${this.name} did not start:\n${this.said}`);
      await sleep(20);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
    await this.exited;
    clearTimeout(timer);
  }

  private request<R>(command: string, argument?: unknown): Promise<R> {
    const id = this.nextId;
    this.nextId += 1;
    return new Promise<R>((resolve, reject) => {
      this.waiting.set(id, { resolve: (result) => resolve(result as R), reject });
      this.process.send({ id, command, argument } satisfies Call, (error) => {
        if (error) this.failAll();
      });
    });
  }

  private hear(text: string): void {
    this.said = (this.said + text).slice(-OUTPUT_KEPT);
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('fault' in answer) waiting?.reject(new Error(`${this.name}: ${answer.fault}`));
    else waiting?.resolve(answer.result);
  }

  private failAll(): void {
    const reason = this.stopping ? 'was stopped' : `ended unexpectedly:\n${this.said}`;
    for (const { reject } of this.waiting.values()) reject(new Error(`${this.name} ${reason}`));
    this.waiting.clear();
  }
}
