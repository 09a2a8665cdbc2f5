import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';

const folder = path.join(cacheFolder, 'debian');

/** Installs packages on the system, as root. */
export async function installDebian(packages, env) {
  // RUNLEVEL: nothing that is installed here for tests starts as a service.
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const update = await run(['apt-get', 'update'], { env: quiet });
  const install = await run(['apt-get', 'install', '--yes', '--no-install-recommends', ...packages], { env: quiet });
  return { output: update.output + install.output };
}

/**
 * Unpacks packages, and those they need and the system lacks, into the cache folder, as any user.
 * @param beside programs that get a script beside that of the first one, each under its own name
 * @returns {Promise<{ output: string, program: string }>} a script that runs the program with these libraries
 */
export async function unpackDebian(name, { packages, program, beside = [] }, env) {
  const script = scriptOf(name, program);
  const root = path.join(folder, name, 'root');
  if (existsSync(script)) return { output: '', program: script };
  rmSync(path.join(folder, name), { recursive: true, force: true });
  const output = await download(name, packages, env);
  const archives = path.join(folder, name, 'archives');
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    await run(['dpkg-deb', '--extract', path.join(archives, archive), root], { env });
  }
  rmSync(archives, { recursive: true });
  if (existsSync(root)) for (const one of [...beside, program]) writeScript(scriptOf(name, one), root, one);
  return { output, program: script };
}

const scriptOf = (name, program) => path.join(folder, name, 'bin', path.basename(program));

/** apt with lists and archives of its own: those of the system belong to root and may be empty. */
async function download(name, packages, env) {
  const lists = path.join(folder, 'lists');
  const archives = path.join(folder, name, 'archives');
  for (const needed of [lists, archives]) mkdirSync(path.join(needed, 'partial'), { recursive: true });
  const settings = [`Dir::State::lists=${lists}`, `Dir::Cache=${folder}`, `Dir::Cache::archives=${archives}`, 'Debug::NoLocking=true'];
  const apt = ['apt-get', ...settings.flatMap((setting) => ['-o', setting])];
  const update = await run([...apt, 'update'], { env });
  const install = await run([...apt, 'install', '--download-only', '--yes', '--no-install-recommends', ...packages], { env });
  return update.output + install.output;
}

function writeScript(script, root, program) {
  // The system's own is not fetched again, as Python for a library of it.
  const found = [path.join(root, program), path.join('/', program)].find((file) => existsSync(file));
  if (!found) return;
  const fonts = path.join(path.dirname(root), 'fonts.conf');
  mkdirSync(path.dirname(script), { recursive: true });
  writeFileSync(fonts, fontSettings(path.join(root, 'usr/share/fonts')));
  const libraries = ['lib', 'usr/lib'].flatMap((name) => libraryFolders(path.join(root, name)));
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH=${quote(libraries.join(':'))} FONTCONFIG_FILE=${quote(fonts)}`,
    `export PYTHONPATH=${quote(path.join(root, 'usr/lib/python3/dist-packages'))}`,
    `exec ${quote(found)} "$@"`,
  ];
  writeFileSync(script, `${lines.join('\n')}\n`);
  chmodSync(script, 0o755);
}

function libraryFolders(start) {
  if (!existsSync(start)) return [];
  const entries = readdirSync(start, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => libraryFolders(path.join(start, entry.name)));
  return entries.some((entry) => /\.so(\.|$)/.test(entry.name)) ? [start, ...below] : below;
}

function fontSettings(fonts) {
  const folders = [fonts, '/usr/share/fonts'].map((name) => `<dir>${name}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/fonts</cachedir></fontconfig>\n`;
}

const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
