import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { kibibytes } from '../report.ts';
import type { Stage } from '../stage.ts';
import type { Measured } from './measurement.ts';

const DIST = path.resolve(import.meta.dirname, '../../../frontend/dist');
const TARGET = 200 * 1_024;

const PAGE_SCRIPT = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.m?js)"/g;
/** The import and export declarations of a built module; `import(...)` is loaded later. */
const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*)?["']([^"']+\.m?js)["']/g;

/** Script that the page needs before it shows anything: what index.html names, and what that imports in turn. */
export function measureFirstLoad(stage: Stage): Promise<Measured> {
  const index = path.join(DIST, 'index.html');
  if (!existsSync(index)) {
    stage.tell('the app is not built: left out');
    return Promise.resolve({ rows: [], details: null });
  }
  const files = scriptsOf(readFileSync(index, 'utf8'));
  const sizes = Object.fromEntries(
    [...files].map((file) => [path.relative(DIST, file), gzipSync(readFileSync(file), { level: 9 }).length]),
  );
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const row = {
    what: 'script of the first load, gzipped',
    target: `< ${kibibytes(TARGET)}`,
    hearth: kibibytes(bytes),
    met: bytes < TARGET,
  };
  return Promise.resolve({ rows: [row], details: sizes });
}

function scriptsOf(html: string): Set<string> {
  const found = new Set<string>();
  const waiting = [...html.matchAll(PAGE_SCRIPT)].map(([, href = '']) => path.join(DIST, href));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const folder = path.dirname(file);
    const imports = [...readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)].map(([, name = '']) => name);
    waiting.push(...imports.map((name) => (name.startsWith('/') ? path.join(DIST, name) : path.join(folder, name))));
  }
  return found;
}
