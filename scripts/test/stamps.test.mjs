import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { hashOf } from '../lib/stamps.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-stamps-'));
after(() => rmSync(folder, { recursive: true }));

const put = (name, content) => {
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const hash = (extra) => hashOf(['src', 'package.json'], extra, folder);

put('src/main.ts', 'one');
put('package.json', '{}');
const first = hash();

const changes = {
  'another content': () => put('src/main.ts', 'two'),
  'another file': () => put('src/deep/more.ts', ''),
  'another name': () => put('src/deep/most.ts', ''),
  'another setting': () => put('package.json', '{ }'),
};

test('the same sources have the same hash', () => {
  assert.equal(hash(), first);
});

test('tests and what is built do not count', () => {
  put('src/main.spec.ts', '');
  put('src/node_modules/package/index.js', '');
  put('src/dist/main.js', '');
  assert.equal(hash(), first);
});

test('other circumstances have another hash', () => {
  assert.notEqual(hash('another Node'), first);
});

for (const [name, change] of Object.entries(changes)) {
  test(`${name} has another hash`, () => {
    const before = hash();
    change();
    assert.notEqual(hash(), before);
  });
}
