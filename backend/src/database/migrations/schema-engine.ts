import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError, type SqlQuery } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { errorCode } from '../../config/error-code.js';

/** Type `"char"` of the system catalogue. */
const CHAR_OID = 18;
/** Held while a script runs, even when whoever sent it is gone. */
export const SCRIPT_LOCK = 4_867_002;
const MARK_FINISHED = `
  DO $$ BEGIN
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
    END IF;
  END $$`;

type EngineClass = typeof SchemaEngine;

let loaded: Promise<EngineClass> | undefined;

/** Prisma's own schema engine, built to WebAssembly: the native one is not on npm. There is one instance in a process. */
export async function openSchemaEngine(pool: pg.Pool, schema: [path: string, content: string][]): Promise<SchemaEngine> {
  loaded ??= loadEngine();
  const engine = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
  return engine.new({ datamodels: schema }, () => undefined, adapter);
}

/** Node would import the module by itself, but prints a warning that this is experimental. */
async function loadEngine(): Promise<EngineClass> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: rethrowPanic } });
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const imports = Object.entries<unknown>(glue).map(([name, value]) => [name, name.startsWith('__wbg_setTimeout') ? unrefTimeout : value]);
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': Object.fromEntries<unknown>(imports as [string, unknown][]),
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

function rethrowPanic(message: string): never {
  throw new Error(`Prisma's schema engine failed: ${message}`);
}

/** The engine's ten-second timer for its lock would keep the process from ending. */
function unrefTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}

/** Makes Prisma's driver adapter do what the engine needs and the client does not. */
class EngineAdapter extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const charColumns = passCharAsText(this.pool);
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query: SqlQuery) => {
      const result = await queryRaw(query);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = (script: string) => runInTransaction(this.pool, script);
    return adapter;
  }
}

/**
 * The original cuts the script at every semicolon, also inside a function's body, and runs the pieces one by one. Sent whole,
 * Postgres runs it as one transaction, and its success is written down in the same one: so after a crash a migration
 * that is not marked as finished has left nothing behind.
 */
async function runInTransaction(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(`SELECT pg_advisory_xact_lock(${SCRIPT_LOCK});\n${script}\n;${MARK_FINISHED}`);
  } catch (error) {
    const { message, severity, detail, column, hint } = error as pg.DatabaseError;
    const code = errorCode(error) ?? 'unknown';
    throw new DriverAdapterError({ kind: 'postgres', code, severity: severity ?? 'ERROR', message, detail, column, hint });
  }
}

/** The adapter refuses columns of type `"char"`: passes them as text, and remembers which columns of which rows they were. */
function passCharAsText(pool: pg.Pool): WeakMap<unknown[], number[]> {
  const charColumns = new WeakMap<unknown[], number[]>();
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  const rememberingQuery = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    const result = await query(config);
    const isChar = (field: pg.FieldDef): boolean => field.dataTypeID === CHAR_OID;
    // A script of several statements has several results, of which nobody reads the fields.
    const fields = Array.isArray(result) ? [] : result.fields;
    charColumns.set(
      result.rows ?? [],
      fields.flatMap((field, index) => (isChar(field) ? [index] : [])),
    );
    for (const field of fields.filter(isChar)) field.dataTypeID = pg.types.builtins.TEXT;
    return result;
  };
  Object.defineProperty(pool, 'query', { value: rememberingQuery });
  return charColumns;
}
