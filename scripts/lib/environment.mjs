import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';

/** Of npm's settings these say how to reach the registry; all others are npm's own and would mislead pnpm. */
const NETWORK_SETTINGS = new Set([
  'npm_config_registry',
  'npm_config_proxy',
  'npm_config_https_proxy',
  'npm_config_noproxy',
  'npm_config_cafile',
]);

/** The environment for programs that this starts. They keep their caches in the clone if there is no home to write to. */
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || NETWORK_SETTINGS.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...ownHome() };
}

function ownHome() {
  const home = homedir();
  if (isWritable(home)) return {};
  const substitute = path.join(cacheFolder, 'home');
  mkdirSync(substitute, { recursive: true });
  const settings = path.join(home, '.npmrc');
  return {
    HOME: substitute,
    XDG_CACHE_HOME: path.join(substitute, '.cache'),
    XDG_CONFIG_HOME: path.join(substitute, '.config'),
    XDG_DATA_HOME: path.join(substitute, '.local', 'share'),
    XDG_STATE_HOME: path.join(substitute, '.local', 'state'),
    ...(existsSync(settings) && { npm_config_userconfig: settings }),
  };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
