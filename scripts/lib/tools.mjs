import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment } from './environment.mjs';
import { Fault } from './fault.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';

const NODE = '24.21.0';
const PNPM = '12.21.0';
/** The oldest Node that Jest can run ES modules on. */
const OLDEST_NODE = [24, 9];

const record = path.join(cacheFolder, 'tools.json');

/**
 * The Node and the pnpm that the project is built and run with. npx brings what is missing; where it put them is written down, since
 * asking npx takes a second.
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} `env` has both on the PATH
 */
export async function openTools(progress) {
  const env = cleanEnvironment();
  const { node, pnpm } = readRecord() ?? (await progress('Node and pnpm', () => fetchTools(env)));
  const folders = [path.dirname(node), path.dirname(pnpm), env.PATH];
  // Every command of Prisma's first downloads an engine that none of them uses here; any existing file prevents that.
  return { node, env: { ...env, PATH: folders.join(path.delimiter), PRISMA_SCHEMA_ENGINE_BINARY: node } };
}

function readRecord() {
  try {
    const tools = JSON.parse(readFileSync(record, 'utf8'));
    const isCurrent = tools.wanted === wanted() && existsSync(tools.node) && existsSync(tools.pnpm);
    return isCurrent ? tools : undefined;
  } catch {
    return undefined;
  }
}

async function fetchTools(env) {
  const packages = [`pnpm@${PNPM}`, ...(isNewEnough() ? [] : [nodePackage()])];
  const command = ['npx', '--yes', ...packages.flatMap((name) => ['-p', name]), '-c', 'node -p process.execPath && command -v pnpm'];
  const { code, output } = await run(command, { env });
  const [node, pnpm] = output.trim().split('\n').slice(-2);
  if (code !== 0 || !pnpm || !existsSync(pnpm)) {
    throw new Fault(
      'Node 24 and pnpm could not be fetched: check the connection to the npm registry and the free space on the disk.',
      output,
    );
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(record, JSON.stringify({ wanted: wanted(), node, pnpm }));
  return { node, pnpm };
}

/** The record of one Node is not taken for another's: `npm start` may be run with either. */
function wanted() {
  return `${NODE} ${PNPM} ${isNewEnough() ? process.execPath : 'npx'}`;
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The package that holds the program itself: the one named `node` needs an install script, which may be forbidden. */
function nodePackage() {
  const { platform, arch } = process;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}@${NODE}`;
}
