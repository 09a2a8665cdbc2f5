import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './load-config.js';
import { projectRoot } from './project-root.js';

/** The environment of this process, completed by `.env` in Hearth's folder; what is set outside wins. */
export function readEnvironment(): Environment {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
