import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { errorCode } from '../../config/error-code.js';
import { Refusal } from '../media/refusal.js';
import type { MadeFile } from '../media/tasks.js';
import { FileStore, ORIGINAL } from '../storage/file-store.js';

/** Which process a folder belongs to stands in its name. */
const PREFIX = 'hearth-media-';

export interface Bench {
  /** Path of a copy of the object. */
  source: string;
  /** An empty folder. */
  folder: string;
}

/** Where objects are taken to be worked at: a folder for each, which goes with the work, or else when the next node starts here. */
@Injectable()
export class Workshop implements OnApplicationBootstrap {
  constructor(private readonly store: FileStore) {}

  async onApplicationBootstrap(): Promise<void> {
    const names = await readdir(tmpdir()).catch(() => []);
    for (const name of names.filter((one) => one.startsWith(PREFIX))) {
      const folder = path.join(tmpdir(), name);
      // What is another user's stays.
      if (await isLeft(folder)) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** @throws Refusal when the object is gone */
  async take<T>(objectId: string, work: (bench: Bench) => Promise<T>): Promise<T> {
    const root = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
    try {
      const [source, folder] = [path.join(root, 'source'), path.join(root, 'made')];
      await mkdir(folder);
      await this.fetch(objectId, source);
      return await work({ source, folder });
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  /** Puts what was made into the store, each under its name. */
  async keep(objectId: string, folder: string, files: MadeFile[]): Promise<void> {
    for (const { name, bytes } of files)
      await this.store.write(objectId, name, { stream: createReadStream(path.join(folder, name)), bytes });
  }

  private async fetch(objectId: string, file: string): Promise<void> {
    const object = await this.store.read(objectId, ORIGINAL);
    if (!object) throw new Refusal('is gone');
    await pipeline(object.stream, createWriteStream(file, { mode: 0o600 }));
  }
}

/** Nobody works there: in a container a process often has the number of the one before it, but not its beginning. */
async function isLeft(folder: string): Promise<boolean> {
  const pid = Number(path.basename(folder).slice(PREFIX.length).split('-')[0]);
  if (pid !== process.pid) return !isAlive(pid);
  const changed = await stat(folder).catch(() => null);
  return changed !== null && changed.mtimeMs < Date.now() - process.uptime() * 1_000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return errorCode(fault) === 'EPERM';
  }
}
