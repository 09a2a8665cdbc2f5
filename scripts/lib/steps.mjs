import { existsSync, rmSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { fromRoot, packageBin } from './paths.mjs';
import { run } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamps.mjs';

const workspaces = ['contract', 'backend', 'frontend', 'e2e', 'bench'];

const vite = (label, output, ...options) => ({
  label,
  after: ['packages'],
  inputs: ['tsconfig.base.json', 'contract/src', 'frontend'],
  outputs: [output],
  cwd: 'frontend',
  commands: (node) => [[node, packageBin('frontend', 'vite'), 'build', ...options]],
});

/** What stands between a clone and a server that runs. A step is done again when its inputs, or a step before it, changed. */
const steps = {
  packages: {
    label: 'Packages',
    after: [],
    inputs: ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaces.map((name) => `${name}/package.json`)],
    outputs: ['node_modules/.modules.yaml', ...workspaces.map((name) => `${name}/node_modules`)],
    commands: () => [
      ['pnpm', 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--config.confirm-modules-purge=false'],
    ],
    advice: 'check the connection to the npm registry and the free space on the disk',
  },
  client: {
    label: 'Database client',
    after: ['packages'],
    inputs: ['prisma/schema.prisma', 'prisma.config.ts'],
    outputs: ['backend/src/generated/prisma/client.ts'],
    commands: (node) => [[node, packageBin('backend', 'prisma'), 'generate', '--config', 'prisma.config.ts']],
  },
  contract: {
    label: 'Contract',
    after: ['packages'],
    inputs: ['tsconfig.base.json', 'contract'],
    outputs: ['contract/dist/index.js'],
    clears: 'contract/dist',
    commands: (node) => [[node, packageBin('contract', 'typescript', 'tsc'), '-p', 'contract/tsconfig.build.json']],
  },
  backend: {
    label: 'Server',
    after: ['client', 'contract'],
    inputs: ['tsconfig.base.json', 'backend/tsconfig.json', 'backend/tsconfig.build.json', 'backend/src'],
    outputs: ['backend/dist/main.js'],
    clears: 'backend/dist',
    commands: (node) => [[node, packageBin('backend', 'typescript', 'tsc'), '-p', 'backend/tsconfig.build.json']],
  },
  frontend: vite('App', 'frontend/dist/index.html'),
  // All of the app's primitives on one page, for their tests.
  gallery: vite('Gallery', 'frontend/dist-gallery/gallery.html', '--mode', 'gallery'),
};

/**
 * Does the steps that are not done yet, side by side where they do not depend on each other.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} tools
 * @param progress shows a step while it is done
 * @param {(keyof typeof steps)[]} names
 */
export async function prepare(tools, progress, names = Object.keys(steps)) {
  const begun = new Map();
  const does = (name) => {
    if (!begun.has(name))
      begun.set(
        name,
        Promise.all(steps[name].after.map(does)).then((hashes) => perform(name, hashes.join(), tools, progress)),
      );
    return begun.get(name);
  };
  await Promise.all(names.map(does));
}

async function perform(name, before, { node, env }, progress) {
  const { label, inputs, outputs, clears, cwd, commands, advice = 'mend what is said above' } = steps[name];
  const hash = hashOf(inputs, `${before} ${node} ${process.platform}-${process.arch}`);
  if (readStamp(name) === hash && outputs.every((output) => existsSync(fromRoot(output)))) return hash;
  await progress(label, async () => {
    if (clears) rmSync(fromRoot(clears), { recursive: true, force: true });
    for (const command of commands(node)) {
      const { code, output } = await run(command, { env, cwd: fromRoot(cwd ?? '.') });
      if (code !== 0) throw new Fault(`The step "${label}" failed: ${advice}, then try again.`, output);
    }
  });
  writeStamp(name, hash);
  return hash;
}
