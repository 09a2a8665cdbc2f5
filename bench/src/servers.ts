import path from 'node:path';
import type { Database } from './database.ts';
import { Child } from './process/child.ts';
import type { GeneratorCommands } from './load/generator.ts';

type NoCommands = Record<never, never>;

/** A server under measurement. */
export interface Running {
  child: Child<NoCommands>;
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const here = (file: string): string => path.join(import.meta.dirname, file);

async function running(child: Child<NoCommands>): Promise<Running> {
  const [, url = ''] = await child.says(/Open\s+(http\S+)/);
  return { child, url: url.replace('localhost', '127.0.0.1') };
}

/** The real thing, with its rate limits off. */
export const startHearth = (database: Database, dataDir: string): Promise<Running> =>
  running(
    new Child<NoCommands>('Hearth', path.join(ROOT, 'backend/dist/main.js'), {
      env: {
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: database.hearthUrl,
        RATE_LIMIT_SCALE: '0',
        LOG_LEVEL: 'warn',
      },
    }),
  );

/** Bare Socket.IO that broadcasts and stores nothing. */
export const startBroadcast = (): Promise<Running> => running(new Child<NoCommands>('the bare broadcast', here('peers/broadcast.ts')));

/** Bare Socket.IO and HTTP around one SQL statement. */
export const startInsert = (database: Database): Promise<Running> =>
  running(new Child<NoCommands>('the bare insert', here('peers/insert.ts'), { args: [database.peerUrl, database.hearthUrl] }));

/** Frames die young and are many: with room for them the clients take less of the processors that all share. */
export const startGenerator = (name: string): Child<GeneratorCommands> =>
  new Child<GeneratorCommands>(name, here('load/generator.ts'), { nodeArgs: ['--max-semi-space-size=64'] });
