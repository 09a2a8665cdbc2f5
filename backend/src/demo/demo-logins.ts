import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { explainFileFault } from '../config/file-fault.js';
import { StartupError } from '../config/startup-error.js';

const schema = z.array(z.object({ login: z.string().min(1), password: z.string().min(8) }));

/** How to sign in as one of the demo community. */
export type DemoLogin = z.infer<typeof schema>[number];

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The passwords of these accounts: made when they are first asked for, and the same ever after. */
export function openDemoLogins(dataDir: string, usernames: readonly string[]): DemoLogin[] {
  const file = path.join(dataDir, 'demo.json');
  try {
    if (!existsSync(file)) createLogins(file, usernames);
    return parse(file, readFileSync(file, 'utf8'));
  } catch (error) {
    throw explainFileFault(error, file) ?? error;
  }
}

/** The file appears whole or not at all, and of two nodes that start together one makes it. */
function createLogins(file: string, usernames: readonly string[]): void {
  const logins: DemoLogin[] = usernames.map((login) => ({ login, password: makePassword() }));
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if (!existsSync(file)) throw error;
    rmSync(draft, { force: true });
  }
}

const makePassword = (): string => Array.from({ length: 3 }, makeWord).join('-');
const makeWord = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

function parse(file: string, text: string): DemoLogin[] {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartupError(`${file} is damaged: delete it, and the next start with --demo makes new passwords.`);
  }
}
