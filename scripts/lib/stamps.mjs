import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './paths.mjs';

/** Tests, and what is made from the rest. */
const SKIPPED = /^(node_modules|dist.*|generated|test-results|coverage)$|\.spec\.tsx?$/;

const file = path.join(cacheFolder, 'stamps.json');

/** A hash over the names and contents of files and folders, tests left out, and over `extra`. */
export function hashOf(inputs, extra = '', folder = root) {
  const hash = createHash('sha256').update(extra);
  for (const input of inputs) addTo(hash, folder, input);
  return hash.digest('hex');
}

function addTo(hash, folder, name) {
  const target = path.join(folder, name);
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) {
    hash.update(`${name}\0`).update(readFileSync(target));
    return;
  }
  for (const entry of readdirSync(target).sort()) {
    if (!SKIPPED.test(entry)) addTo(hash, folder, path.join(name, entry));
  }
}

/** What the last success of each step was made from. */
export function readStamp(step) {
  return readStamps()[step];
}

export function writeStamp(step, hash) {
  writeFileSync(file, JSON.stringify({ ...readStamps(), [step]: hash }, null, 2));
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
