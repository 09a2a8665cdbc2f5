import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/template-database.js';
import { projectRoot } from '../config/project-root.js';
import { deployMigrations } from './deploy-migrations.js';
import { MigrationFiles } from './migrations/migration-files.js';
import { Migrator } from './migrator.js';

let database: TestDatabase;
let prisma: string;

beforeEach(async () => {
  database = await createTestDatabase();
  prisma = mkdtempSync(path.join(tmpdir(), 'hearth-migrations-'));
  cpSync(path.join(projectRoot, 'prisma'), prisma, { recursive: true });
});

afterEach(async () => {
  await database.drop();
  rmSync(prisma, { recursive: true });
});

const deploy = () => deployMigrations(database.url, prisma);

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(prisma, 'migrations', name), { recursive: true });
  writeFileSync(path.join(prisma, 'migrations', name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await holds()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('it never came true');
  }
}

describe('deployMigrations', () => {
  it('has nothing to do twice', async () => {
    expect(await deploy()).toEqual([]);
  });

  it('applies what is new, functions with semicolons in their body included', async () => {
    const body = 'BEGIN PERFORM 1; PERFORM 2; RETURN 42; END';
    addMigration(
      '99990101000000_more',
      `CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$; CREATE TABLE more (id int);`,
    );
    expect(await deploy()).toEqual(['99990101000000_more']);
    expect(await query('SELECT answer() AS answer')).toEqual([{ answer: 42 }]);
    expect(await deploy()).toEqual([]);
  });

  it('applies each migration once when several nodes start together', async () => {
    addMigration('99990101000000_more', 'CREATE TABLE more (id int);');
    const applied = await Promise.all([deploy(), deploy(), deploy()]);
    expect(applied.flat()).toEqual(['99990101000000_more']);
  });

  it('leaves nothing of a migration that fails, and tries it again', async () => {
    addMigration('99990101000000_wrong', 'CREATE TABLE half (id int); SELECT 1 / 0;');
    await expect(deploy()).rejects.toThrow(/division by zero/);
    expect(await query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
    addMigration('99990101000000_wrong', 'CREATE TABLE half (id int);');
    expect(await deploy()).toEqual(['99990101000000_wrong']);
  });

  it('goes on after a kill in the middle of a migration', async () => {
    addMigration('99990101000000_slow', 'CREATE TABLE half (id int); SELECT pg_sleep(30);');
    const killed = deploy();
    await eventually(
      async () => (await query(`SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`)).length > 0,
    );
    await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()`);
    await expect(killed).rejects.toThrow();
    addMigration('99990101000000_slow', 'CREATE TABLE half (id int);');
    expect(await deploy()).toEqual(['99990101000000_slow']);
  });

  it('refuses a database of a newer version', async () => {
    addMigration('99990101000000_more', 'CREATE TABLE more (id int);');
    await deploy();
    rmSync(path.join(prisma, 'migrations', '99990101000000_more'), { recursive: true });
    await expect(deploy()).rejects.toThrow(/^The database was made by a newer Hearth \(it has migration 99990101000000_more\)/);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    addMigration('99990101000000_more', 'CREATE TABLE more (id int);');
    await deploy();
    writeFileSync(path.join(prisma, 'migrations', '99990101000000_more', 'migration.sql'), 'CREATE TABLE other (id int);');
    await expect(deploy()).rejects.toThrow(/^Migration 99990101000000_more was changed after it was applied/);
  });
});

describe('Migrator', () => {
  it('finds what the schema has and the migrations lack, and writes the migration that adds it', async () => {
    const schema = path.join(prisma, 'schema.prisma');
    cpSync(schema, path.join(prisma, 'more.prisma'));
    writeFileSync(
      path.join(prisma, 'more.prisma'),
      'model Planted {\n  id Int @id\n  letter String @default("x")\n  @@index([letter])\n}\n',
    );
    const migrator = await Migrator.open(database.url, new MigrationFiles(prisma));
    try {
      const name = await migrator.create('planted');
      expect(name).toMatch(/^\d{14}_planted$/);
      expect(await migrator.deploy()).toEqual([name]);
      expect(await migrator.drift()).toBeUndefined();
    } finally {
      await migrator.close();
    }
    expect(await query('SELECT * FROM "Planted"')).toEqual([]);
  });
});
