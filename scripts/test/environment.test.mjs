import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { cleanEnvironment } from '../lib/environment.mjs';
import { cacheFolder } from '../lib/paths.mjs';

const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

test('settings of npm do not leak, but for those of the network', () => {
  Object.assign(process.env, {
    npm_config_ignore_scripts: 'true',
    npm_lifecycle_event: 'start',
    npm_config_registry: 'https://registry.example.org/',
  });
  const env = cleanEnvironment();
  assert.equal(env.npm_config_ignore_scripts, undefined);
  assert.equal(env.npm_lifecycle_event, undefined);
  assert.equal(env.npm_config_registry, 'https://registry.example.org/');
});

test('all else stays', () => {
  process.env.DATA_DIR = '/srv/hearth';
  assert.equal(cleanEnvironment().DATA_DIR, '/srv/hearth');
});

test('without a home to write to, caches stay in the clone', () => {
  process.env.HOME = '/nonexistent';
  const env = cleanEnvironment();
  assert.ok(env.HOME.startsWith(cacheFolder));
  assert.ok(env.XDG_DATA_HOME.startsWith(cacheFolder));
});
