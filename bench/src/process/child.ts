import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { ProbeCommands, Usage } from './probe.ts';
import type { Answer, Commands } from './rpc.ts';

const PATIENCE = 15_000;
const OUTPUT_KEPT = 4_000;

const probe = pathToFileURL(path.join(import.meta.dirname, 'probe.ts')).href;

interface Waiting {
  resolve: (result: never) => void;
  reject: (reason: Error) => void;
}

type Argument<C> = C extends (argument: infer A) => unknown ? (unknown extends A ? void : A) : never;
type Result<C> = C extends (argument: never) => infer R ? Awaited<R> : never;

// Of the surroundings only what a program needs to run: a variable of the shell must not change what is measured.
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
);

/** A process of the bench, with the commands that it answers. */
export class Child<C extends Commands> {
  readonly name: string;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private nextId = 1;
  private said = '';
  private stopping = false;

  constructor(name: string, module: string, { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {}) {
    this.name = name;
    this.process = fork(module, args, {
      env: { ...inherited, ...env },
      execArgv: ['--expose-gc', '--import', probe],
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

  call<N extends keyof (C & ProbeCommands) & string>(
    command: N,
    argument: Argument<(C & ProbeCommands)[N]>,
  ): Promise<Result<(C & ProbeCommands)[N]>> {
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.process.send({ id, command, argument }, (error) => {
        if (error) this.failAll();
      });
    });
  }

  usage(): Promise<Usage> {
    return this.call('usage', undefined as Argument<(C & ProbeCommands)['usage']>) as Promise<Usage>;
  }

  settle(): Promise<Usage> {
    return this.call('settle', undefined as Argument<(C & ProbeCommands)['settle']>) as Promise<Usage>;
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

  private hear(text: string): void {
    this.said = (this.said + text).slice(-OUTPUT_KEPT);
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('fault' in answer) waiting?.reject(new Error(`${this.name}: ${answer.fault}`));
    else waiting?.resolve(answer.result as never);
  }

  private failAll(): void {
    const reason = this.stopping ? 'was stopped' : `ended unexpectedly:\n${this.said}`;
    for (const { reject } of this.waiting.values()) reject(new Error(`${this.name} ${reason}`));
    this.waiting.clear();
  }
}
