import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { explainFileFault } from './file-fault.js';
import { StartupError } from './startup-error.js';

const schema = z.object({ jwtSecret: z.string().min(32), setupToken: z.string().min(16) });

export type Secrets = z.infer<typeof schema>;

/** The secrets of this installation: made at the first start, and the same ever after. Nodes that share a folder share them. */
export function openSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  try {
    if (!existsSync(file)) createSecrets(file);
    return parse(file, readFileSync(file, 'utf8'));
  } catch (error) {
    throw explainFileFault(error, file) ?? error;
  }
}

/** The file appears whole or not at all, and of two nodes that start together one makes it. */
function createSecrets(file: string): void {
  const secrets: Secrets = { jwtSecret: randomBytes(48).toString('base64url'), setupToken: randomBytes(24).toString('base64url') };
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if (!existsSync(file)) throw error;
    rmSync(draft, { force: true });
  }
}

/** New secrets in place of damaged ones would sign everybody out, so what becomes of the file is left to a person. */
function parse(file: string, text: string): Secrets {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // The cause is left out: it may quote what is in the file.
    throw new StartupError(`${file} is damaged: restore it from a backup, or copy it from another node.`);
  }
}
