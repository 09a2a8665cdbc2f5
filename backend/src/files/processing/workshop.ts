import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
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
    const left = names.filter((name) => name.startsWith(PREFIX) && !isAtWork(Number(name.slice(PREFIX.length).split('-')[0])));
    // What is another user's stays.
    for (const name of left) await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
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

/** A process of this machine that is another one: as the first of a container, each has the number of the one before. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return errorCode(fault) === 'EPERM';
  }
}
