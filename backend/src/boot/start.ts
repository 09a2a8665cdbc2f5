import path from 'node:path';
import type { AppConfig } from '../config/app-config.js';
import { loadConfig } from '../config/load-config.js';
import { projectRoot } from '../config/project-root.js';
import { openSecrets } from '../config/secrets.js';
import { deployMigrations } from '../database/deploy-migrations.js';
import type { CreateApp } from './boot.js';
import { prepareDataFolder } from './data-folder.js';
import { openDatabase } from './database.js';
import { explainStartFault } from './explain-fault.js';
import { complain, readyBlock, tell } from './output.js';
import { requireRedis } from './redis.js';
import { Shutdown } from './shutdown.js';

interface StartOptions {
  demo: boolean;
}

/** Starts Hearth and says where it is; ends the process with code 1 and a sentence if that is impossible. */
export async function start(loadApp: () => Promise<CreateApp>, options: StartOptions): Promise<void> {
  const shutdown = new Shutdown();
  shutdown.listen();
  let config: AppConfig | undefined;
  try {
    config = loadConfig();
    tell(await startApp(config, loadApp, options, shutdown));
  } catch (error) {
    // What fails because it was stopped in the middle of the start is no fault.
    if (shutdown.hasBegun) return;
    complain(explainStartFault(error, config) ?? `Hearth could not start: ${error instanceof Error ? error.stack : String(error)}`);
    await shutdown.exit(1);
  }
}

async function startApp(config: AppConfig, loadApp: () => Promise<CreateApp>, { demo }: StartOptions, shutdown: Shutdown): Promise<string> {
  prepareDataFolder(config.dataDir);
  const generated = openSecrets(config.dataDir);
  // Loading the code takes about as long as starting Postgres: both at once.
  const [createApp, databaseUrl] = await Promise.all([loadApp(), openMigratedDatabase(config, shutdown), requireRedis(config.redisUrl)]);
  const secrets = { ...generated, setupToken: config.setupToken ?? generated.setupToken };
  const creating = createApp({ config, secrets, databaseUrl, demo });
  // Whoever stops it now has to wait: the database must not go away under an app that is still being made.
  shutdown.add(() => creating.then((app) => app.close(), ignoreFault));
  const app = await creating;
  await app.listen();
  return readyBlock(app);
}

async function openMigratedDatabase(config: AppConfig, shutdown: Shutdown): Promise<string> {
  const url = await openDatabase(config, shutdown);
  await deployMigrations(url, path.join(projectRoot, 'prisma'));
  return url;
}

/** Told by whoever awaits the app. */
const ignoreFault = (): void => undefined;
