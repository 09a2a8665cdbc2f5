import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../src/database/embedded/free-port.js';

const PATIENCE_MS = 10_000;

/** A real Redis that keeps nothing on disk: what it held is gone after `stop`. */
export class TestRedis {
  private server: ChildProcess | undefined;

  constructor(private readonly port: number) {
    process.once('exit', () => this.server?.kill('SIGKILL'));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, after `stop` on the same port again. */
  async start(): Promise<void> {
    const program = process.env.HEARTH_REDIS_SERVER ?? 'redis-server';
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const server = spawn(program, options, { stdio: 'ignore' });
    this.server = server;
    await once(server, 'spawn');
    for (const deadline = Date.now() + PATIENCE_MS; !(await this.accepts()); await sleep(10)) {
      if (server.exitCode !== null) throw new Error(`redis-server ended with code ${server.exitCode}`);
      if (Date.now() > deadline) throw new Error('redis-server does not answer');
    }
  }

  /** Ends it at once, as a crash would. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private accepts(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      const finish = (accepted: boolean): void => {
        socket.destroy();
        resolve(accepted);
      };
      socket.once('connect', () => finish(true)).once('error', () => finish(false));
    });
  }
}

export async function startRedis(): Promise<TestRedis> {
  const redis = new TestRedis(await freePort());
  await redis.start();
  return redis;
}
