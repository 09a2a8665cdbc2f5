import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { installDebian, unpackDebian } from './debian.mjs';
import { Fault } from './fault.mjs';
import { run } from './run.mjs';

/** Programs that npm does not bring. `variable` tells the tests where theirs is. */
const programs = {
  chromium: {
    label: 'Chromium',
    variable: 'HEARTH_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    debian: { packages: ['chromium', 'fonts-liberation'], program: 'usr/lib/chromium/chromium' },
    install: { 'apt-get': 'chromium', dnf: 'chromium', pacman: 'chromium', zypper: 'chromium', brew: '--cask chromium' },
  },
  redis: {
    label: 'Redis',
    variable: 'HEARTH_REDIS_SERVER',
    commands: ['redis-server', 'valkey-server'],
    debian: { packages: ['redis-server'], program: 'usr/bin/redis-server' },
    install: { 'apt-get': 'redis-server', dnf: 'valkey', pacman: 'valkey', zypper: 'redis', brew: 'redis' },
  },
};

/**
 * Finds a program, or gets it: as root from the system's packages, else from Debian's packages, unpacked in the cache folder.
 * @param {keyof typeof programs} name
 * @returns {Promise<Record<string, string>>} the variable that names it
 */
export async function provide(name, env, progress) {
  const { variable, commands } = programs[name];
  const program = env[variable] ?? onPath(commands, env) ?? (await fetch(name, env, progress));
  return { [variable]: program };
}

function onPath(commands, env) {
  const candidates = commands.flatMap((command) => (env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, command)));
  return candidates.find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fetch(name, env, progress) {
  const { label, debian, commands } = programs[name];
  let output = '';
  if (onPath(['apt-get'], env) && onPath(['dpkg-deb'], env)) {
    const isRoot = process.getuid?.() === 0;
    const result = await progress(label, () => (isRoot ? installDebian(debian.packages, env) : unpackDebian(name, debian, env)));
    const program = isRoot ? onPath(commands, env) : result.program;
    if (program && (await works(program, env))) return program;
    output = result.output;
  }
  throw new Fault(`${label} is missing: install it with "${installCommand(name, env)}", then try again.`, output);
}

async function works(program, env) {
  return existsSync(program) && (await run([program, '--version'], { env })).code === 0;
}

function installCommand(name, env) {
  const { install, variable } = programs[name];
  const manager = Object.keys(install).find((command) => onPath([command], env));
  if (!manager) return `the package manager of this system, or set ${variable} to the program`;
  const verb = manager === 'pacman' ? '-S' : 'install';
  return `${manager === 'brew' ? '' : 'sudo '}${manager} ${verb} ${install[manager]}`;
}
