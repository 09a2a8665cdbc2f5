import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

const LOCK_FILE = 'migration_lock.toml';

/** The folder `prisma`, as the schema engine wants to be told of it. */
export class MigrationFiles {
  readonly folder: string;

  constructor(private readonly prismaFolder: string) {
    this.folder = path.join(prismaFolder, 'migrations');
  }

  async schema(): Promise<[path: string, content: string][]> {
    const names = (await readdir(this.prismaFolder)).filter((name) => name.endsWith('.prisma'));
    const files = names.map((name) => path.join(this.prismaFolder, name));
    return Promise.all(files.map(async (file): Promise<[string, string]> => [file, await readFile(file, 'utf8')]));
  }

  async names(): Promise<string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  }

  script(name: string): Promise<string> {
    return readFile(path.join(this.folder, name, 'migration.sql'), 'utf8');
  }

  async list(): Promise<MigrationList> {
    const lock = await readFile(path.join(this.folder, LOCK_FILE), 'utf8').catch(() => null);
    const directories = (await this.names()).map(async (name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await this.script(name) } },
    }));
    return {
      baseDir: this.folder,
      lockfile: { path: LOCK_FILE, content: lock },
      shadowDbInitScript: '',
      migrationDirectories: await Promise.all(directories),
    };
  }

  /** Writes a new migration and returns its full name, which begins with the time. */
  async add(name: string, sql: string): Promise<string> {
    const fullName = `${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}_${name}`;
    await mkdir(path.join(this.folder, fullName), { recursive: true });
    await writeFile(path.join(this.folder, fullName, 'migration.sql'), sql);
    await writeFile(path.join(this.folder, LOCK_FILE), 'provider = "postgresql"\n');
    return fullName;
  }
}
