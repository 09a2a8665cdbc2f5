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
  clamd: {
    label: 'ClamAV',
    variable: 'HEARTH_CLAMD',
    commands: ['clamd'],
    debian: { packages: ['clamav-daemon'], program: 'usr/sbin/clamd' },
    install: { 'apt-get': 'clamav-daemon', dnf: 'clamd', pacman: 'clamav', zypper: 'clamav', brew: 'clamav' },
  },
  // ffprobe comes with it and is found beside it.
  ffmpeg: {
    label: 'ffmpeg',
    variable: 'HEARTH_FFMPEG',
    commands: ['ffmpeg'],
    check: ['-version'],
    debian: { packages: ['ffmpeg'], program: 'usr/bin/ffmpeg', beside: ['usr/bin/ffprobe'] },
    install: { 'apt-get': 'ffmpeg', dnf: 'ffmpeg', pacman: 'ffmpeg', zypper: 'ffmpeg', brew: 'ffmpeg' },
  },
  // A Python that knows Swift, whose servers are the S3 of the tests. A library has no command of its own: it is asked for.
  swift: {
    label: 'OpenStack Swift',
    variable: 'HEARTH_SWIFT_PYTHON',
    commands: ['python3'],
    check: ['-c', 'import swift.common.middleware.s3api'],
    debian: { packages: ['python3-swift'], program: 'usr/bin/python3' },
    install: { 'apt-get': 'python3-swift', dnf: 'openstack-swift', zypper: 'python3-swift' },
  },
};

/**
 * Finds a program, or gets it: as root from the system's packages, else from Debian's packages, unpacked in the cache folder.
 * @param {keyof typeof programs} name
 * @returns {Promise<Record<string, string>>} the variable that names it
 */
export async function provide(name, env, progress) {
  const { variable } = programs[name];
  const program = env[variable] ?? (await find(name, env)) ?? (await fetch(name, env, progress));
  return { [variable]: program };
}

/** The first on the path that is what it should be; what needs no check is taken by its name. */
async function find(name, env) {
  const { commands, check } = programs[name];
  if (!check) return onPath(commands, env)[0];
  for (const program of onPath(commands, env)) if (await works(name, program, env)) return program;
  return undefined;
}

/** All that are there, the preferred ones first. */
function onPath(commands, env) {
  const folders = (env.PATH ?? '').split(path.delimiter);
  return commands.flatMap((command) => folders.map((folder) => path.join(folder, command))).filter(isExecutable);
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
  const { label, debian } = programs[name];
  let output = '';
  if (has('apt-get', env) && has('dpkg-deb', env)) {
    const isRoot = process.getuid?.() === 0;
    const result = await progress(label, () => (isRoot ? installDebian(debian.packages, env) : unpackDebian(name, debian, env)));
    const program = isRoot ? await find(name, env) : result.program;
    if (program && (await works(name, program, env))) return program;
    output = result.output;
  }
  throw new Fault(`${label} is missing: install it with "${installCommand(name, env)}", then try again.`, output);
}

async function works(name, program, env) {
  const { check = ['--version'] } = programs[name];
  return existsSync(program) && (await run([program, ...check], { env })).code === 0;
}

const has = (command, env) => onPath([command], env).length > 0;

function installCommand(name, env) {
  const { install, variable } = programs[name];
  const manager = Object.keys(install).find((command) => has(command, env));
  if (!manager) return `the package manager of this system, or set ${variable} to the program`;
  const verb = manager === 'pacman' ? '-S' : 'install';
  return `${manager === 'brew' ? '' : 'sudo '}${manager} ${verb} ${install[manager]}`;
}
