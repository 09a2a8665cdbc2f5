import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fromRoot } from '../lib/paths.mjs';

test('an unknown part is named, with those there are', () => {
  const { status, stderr } = spawnSync(process.execPath, [fromRoot('scripts/test.mjs'), 'everything'], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^npm test has these parts: format, lint, types, imports, dead, unit, medium, e2e\.\n$/);
});
