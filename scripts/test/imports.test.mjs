// Plants a fault against each import rule in a small tree, and checks that the rule finds it there and nothing in the sound tree.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fromRoot, packageBin } from '../lib/paths.mjs';

const config = fromRoot('.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(config);

const sound = {
  'contract/src/index.ts': `import 'zod';`,
  'backend/src/main.ts': `import './boot/start.js'; import './app.js';`,
  'backend/src/app.ts': `import './messages/messages.module.js'; import './boot/boot.js';`,
  'backend/src/boot/start.ts': `import './boot.js';`,
  'backend/src/boot/boot.ts': `import '../config/app-config.js';`,
  'backend/src/config/app-config.ts': `import 'zod';`,
  'backend/src/database/prisma.service.ts': `import 'pg'; import '@prisma/client'; import '../generated/prisma/client.js'; import '../config/app-config.js';`,
  'backend/src/generated/prisma/client.ts': `import '@prisma/client';`,
  'backend/src/realtime/publisher.ts': `import '../config/app-config.js';`,
  'backend/src/permissions/permissions.repository.ts': `import '../database/prisma.service.js';`,
  'backend/src/channels/channels.service.ts': `import '../permissions/permissions.repository.js';`,
  'backend/src/channels/channels.policy.ts': `export {};`,
  'backend/src/messages/messages.module.ts': `import './messages.repository.js'; import '../channels/channels.service.js';`,
  'backend/src/messages/messages.repository.ts': `import '../database/prisma.service.js'; import '../generated/prisma/client.js';`,
  'frontend/src/app/main.tsx': `import '@/features/messages';`,
  'frontend/src/features/messages/index.ts': `import './cache'; import '@/features/channels';`,
  'frontend/src/features/messages/cache.ts': `import '@/lib/cn';`,
  'frontend/src/features/channels/index.ts': `import './cache';`,
  'frontend/src/features/channels/cache.ts': `import '@/api/call';`,
  'frontend/src/api/call.ts': `import '@hearth/contract';`,
  'frontend/src/lib/cn.ts': `export {};`,
  'frontend/src/ui/Button.tsx': `import '@/lib/cn';`,
  'frontend/src/realtime/socket.ts': `import '@hearth/contract';`,
};

/** By rule: a file with a fault, and what it imports. */
const faults = {
  'frontend-not-backend': ['frontend/src/lib/server.ts', '../../../backend/src/config/app-config.js'],
  'backend-not-frontend': ['backend/src/http/page.ts', '../../../frontend/src/lib/cn'],
  'contract-alone': ['contract/src/query.ts', 'pg'],
  'config-first': ['backend/src/config/reads-database.ts', '../database/prisma.service.js'],
  'base-below-permissions-and-features': ['backend/src/realtime/knows-feature.ts', '../messages/messages.module.js'],
  'permissions-below-features': ['backend/src/permissions/knows-feature.ts', '../channels/channels.service.js'],
  'features-below-composition': ['backend/src/channels/knows-boot.ts', '../boot/boot.js'],
  'backend-feature-fronts': ['backend/src/messages/reaches-in.ts', '../channels/channels.policy.js'],
  'database-in-repositories': ['backend/src/channels/queries.ts', '../generated/prisma/client.js'],
  'base-below-transport': ['frontend/src/ui/fetches.ts', '@/api/call'],
  'transport-below-features': ['frontend/src/realtime/knows-feature.ts', '@/features/channels'],
  'features-below-app': ['frontend/src/features/channels/knows-app.ts', '@/app/main'],
  'frontend-feature-fronts': ['frontend/src/features/messages/reaches-in.ts', '@/features/channels/cache'],
  'app-through-fronts': ['frontend/src/app/reaches-in.ts', '@/features/channels/cache'],
  'no-circles': ['backend/src/channels/circle.ts', './circle-back.js', { 'backend/src/channels/circle-back.ts': `import './circle.js';` }],
  'no-folder-circles': ['backend/src/channels/calls-back.service.ts', '../messages/messages.module.js'],
};

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The violations in a tree of these files, as `[rule, from, to]`. */
function cruise(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-imports-'));
  folders.push(folder);
  const settings = { compilerOptions: { paths: { '@/*': ['./src/*'], '@hearth/contract': ['../contract/src/index.ts'] } } };
  write(folder, { 'frontend/tsconfig.json': JSON.stringify(settings) });
  for (const name of ['zod', 'pg', '@prisma/client']) write(folder, packageNamed(name));
  write(folder, files);
  const args = [
    packageBin('.', 'dependency-cruiser', 'depcruise'),
    '--config',
    config,
    '--output-type',
    'json',
    'backend',
    'contract',
    'frontend',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout).summary.violations.map(({ rule, from, to }) => [rule.name, from, to]);
}

function packageNamed(name) {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: '',
  };
}

function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

function plantAll() {
  const planted = Object.values(faults).map(([file, target, more = {}]) => ({ [file]: `import '${target}';`, ...more }));
  return Object.assign({}, sound, ...planted);
}

test('a sound tree has no fault', () => {
  assert.deepEqual(cruise(sound), []);
});

test('every rule has a planted fault', () => {
  assert.deepEqual(
    Object.keys(faults),
    forbidden.map(({ name }) => name),
  );
});

const found = cruise(plantAll());

for (const { name, scope } of forbidden) {
  test(`${name} finds its fault`, () => {
    const [file] = faults[name];
    // A circle is reported from any of its files.
    const from = scope === 'folder' ? path.dirname(file) : file.replace(/\.ts$/, '');
    const of = found.filter((violation) => violation[0] === name);
    assert.ok(
      of.some((violation) => violation[1].startsWith(from)),
      `${name} found only ${JSON.stringify(of)}`,
    );
  });
}
