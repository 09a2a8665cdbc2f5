import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClamdConfig } from '../src/config/app-config.js';
import { freePort } from '../src/database/embedded/free-port.js';
import { Clamd } from '../src/files/scan/clamd.js';

const PATIENCE_MS = 30_000;
/** Bytes that it takes at most. */
export const MOST_SCANNED = 2 * 1_024 * 1_024;

/** Of https://www.eicar.org/download-anti-malware-testfile/, in two parts: whoever scans this repository shall not find it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** The one signature that it knows: MD5, bytes, name. */
const SIGNATURE = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n';

/** As it says it, of a signature that is not ClamAV's own. */
export const EICAR_THREAT = 'Eicar-Test-Signature.UNOFFICIAL';

/** A real clamd, which knows EICAR and nothing else. */
export class TestClamd {
  private server: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    process.once('exit', () => this.server?.kill('SIGKILL'));
  }

  get address(): ClamdConfig {
    return { host: '127.0.0.1', port: this.port };
  }

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** Starts it, after `stop` on the same port again. */
  async start(): Promise<void> {
    const config = path.join(this.folder, 'clamd.conf');
    const settings = [
      'Foreground yes',
      `TCPSocket ${this.port}`,
      'TCPAddr 127.0.0.1',
      `DatabaseDirectory ${this.folder}`,
      `TemporaryDirectory ${this.folder}`,
      `StreamMaxLength ${MOST_SCANNED}`,
    ];
    await writeFile(path.join(this.folder, 'test.hdb'), SIGNATURE);
    await writeFile(config, `${settings.join('\n')}\n`);
    const server = spawn(process.env.HEARTH_CLAMD ?? 'clamd', [`--config-file=${config}`], { stdio: 'ignore' });
    this.server = server;
    await once(server, 'spawn');
    for (const deadline = Date.now() + PATIENCE_MS; !(await this.answers()); await sleep(20)) {
      if (server.exitCode !== null) throw new Error(`clamd ended with code ${server.exitCode}`);
      if (Date.now() > deadline) throw new Error('clamd does not answer');
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

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private answers(): Promise<boolean> {
    return new Clamd(this.address).version().then(
      () => true,
      () => false,
    );
  }
}

export async function startClamd(): Promise<TestClamd> {
  const clamd = new TestClamd(await mkdtemp(path.join(tmpdir(), 'hearth-clamd-')), await freePort());
  await clamd.start();
  return clamd;
}
