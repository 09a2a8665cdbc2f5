import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { FileStore, type StoredObject } from './file-store.js';

/** In a folder, a hundred folders below it, and in them one for each file. Several nodes share it where it is a shared volume. */
export class FolderStore extends FileStore {
  /** @param root need not be there yet */
  constructor(private readonly root: string) {
    super();
  }

  async write(fileId: string, variant: string, data: Uint8Array): Promise<void> {
    const folder = this.folder(fileId);
    const draft = path.join(folder, `${randomUUID()}.part`);
    await mkdir(folder, { recursive: true });
    try {
      await writeThrough(draft, data);
      await rename(draft, path.join(folder, variant));
      await settle(folder);
    } catch (fault) {
      await rm(draft, { force: true });
      throw fault;
    }
  }

  async read(fileId: string, variant: string): Promise<StoredObject | null> {
    try {
      const handle = await open(path.join(this.folder(fileId), variant));
      const { size: bytes } = await handle.stat();
      return { stream: handle.createReadStream(), bytes };
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
  }

  async remove(fileId: string): Promise<void> {
    await rm(this.folder(fileId), { recursive: true, force: true });
  }

  private folder(fileId: string): string {
    return path.join(this.root, fileId.slice(-2), fileId);
  }
}

async function writeThrough(file: string, data: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** That a name is there is kept by its folder; Windows keeps it by itself and opens no folders. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
