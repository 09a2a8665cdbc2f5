import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSecrets } from './secrets.js';

let folder: string;
const file = () => path.join(folder, 'secrets.json');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-secrets-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('openSecrets', () => {
  it('makes them once, for this user only', () => {
    const secrets = openSecrets(folder);
    expect(openSecrets(folder)).toEqual(secrets);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('makes others for another installation', () => {
    const secrets = openSecrets(folder);
    rmSync(file());
    const others = openSecrets(folder);
    expect(others.jwtSecret).not.toBe(secrets.jwtSecret);
    expect(others.setupToken).not.toBe(secrets.setupToken);
  });

  it.each(['', '{"jwtSecret":"hunter2hunter2', '{}', '{"jwtSecret":"short","setupToken":"short"}'])(
    'leaves a damaged file as it is: %j',
    (damaged) => {
      writeFileSync(file(), damaged);
      expect(() => openSecrets(folder)).toThrow(/^\S+secrets\.json is damaged: restore it/);
      expect(() => openSecrets(folder)).not.toThrow(/hunter2/);
      expect(readFileSync(file(), 'utf8')).toBe(damaged);
    },
  );

  it('says what to do when the folder is not one', () => {
    writeFileSync(file(), '');
    expect(() => openSecrets(file())).toThrow(/is not a folder: set DATA_DIR to one/);
  });
});
