import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/database/embedded/free-port.js';
import type { S3Config } from '../../src/config/app-config.js';

const SERVER = path.join(import.meta.dirname, 'server.py');

/** A real S3 service, OpenStack Swift, which checks signatures and knows nothing of rules for CORS and lifecycle. */
export class TestS3 {
  private server: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    process.once('exit', () => this.server?.kill('SIGKILL'));
  }

  settings(bucket = 'hearth'): S3Config {
    const endpoint = `http://127.0.0.1:${this.port}`;
    const keys = { accessKey: 'test:tester', secretKey: 'testing' };
    return { endpoint, publicEndpoint: endpoint, publicOrigin: endpoint, ...keys, bucket, region: 'us-east-1', pathStyle: true };
  }

  /** As variables of Hearth. */
  environment(bucket = 'hearth'): Record<string, string> {
    const { endpoint, accessKey, secretKey } = this.settings();
    return { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_BUCKET: bucket };
  }

  /** Starts it, after `stop` on the same port and with the same data again. */
  async start(): Promise<void> {
    const python = process.env.HEARTH_SWIFT_PYTHON ?? '/usr/bin/python3';
    const server = spawn(python, [SERVER, this.folder, String(this.port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.server = server;
    let output = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await Promise.race([
      once(server.stdout, 'data'),
      once(server, 'exit').then(([code]) => Promise.reject(new Error(`Swift ended with code ${String(code)}:\n${output}`))),
    ]);
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

  /** It accepts connections and says nothing until `resume`. */
  pause(): void {
    this.server?.kill('SIGSTOP');
  }

  resume(): void {
    this.server?.kill('SIGCONT');
  }

  /** Stops it and removes what it holds. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Takes about two seconds. */
export async function startS3(): Promise<TestS3> {
  const s3 = new TestS3(await mkdtemp(path.join(tmpdir(), 'hearth-s3-')), await freePort());
  await s3.start();
  return s3;
}
