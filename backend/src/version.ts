import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './config/project-root.js';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };

/** Of this Hearth. */
export const version = manifest.version;
