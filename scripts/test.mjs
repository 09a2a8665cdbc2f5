// npm test: all parts; node scripts/test.mjs PART [ARGUMENT...]: one of them, with arguments for its runner.
import { readFileSync } from 'node:fs';
import { Fault, runMain } from './lib/fault.mjs';
import { withLock } from './lib/lock.mjs';
import { fromRoot } from './lib/paths.mjs';
import { openProgress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';
import { prepare } from './lib/steps.mjs';
import { provide } from './lib/system-programs.mjs';
import { parts } from './lib/test-parts.mjs';
import { openTools } from './lib/tools.mjs';

/** The two cores are shared by these; `unit`, which keeps both busy, is last. The parts that measure time follow alone. */
const LANES = [
  ['lint', 'format', 'dead'],
  ['types', 'imports', 'unit'],
];

const progress = openProgress();
let preparing = Promise.resolve();

await runMain(async () => {
  const [only, ...args] = process.argv.slice(2);
  if (only && !parts[only]) throw new Fault(`npm test has these parts: ${Object.keys(parts).join(', ')}.`);
  const results = only ? [await runPart(only, args)] : await runAll();
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  progress.line(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function runAll() {
  const besides = await Promise.all(LANES.map(runInTurn));
  const alone = await runInTurn(Object.keys(parts).filter((name) => parts[name].alone));
  return [...besides.flat(), ...alone];
}

async function runInTurn(names) {
  const results = [];
  for (const name of names) results.push(await runPart(name));
  return results;
}

/** Never throws: what goes wrong is a failure of the part. */
async function runPart(name, args) {
  const { result, output } = await attempt(name, args);
  if (output) progress.line(`\n${output.trim()}\n`);
  return result;
}

async function attempt(name, args) {
  try {
    const tools = await prepareInTurn(parts[name]);
    const show = ({ result: { passed, failed } }) => `${passed} passed, ${failed} failed`;
    return await progress(name, () => runCommands(parts[name].runs, tools, args), show);
  } catch (error) {
    const output = error instanceof Fault ? `${error.output}\n${error.message}` : error.stack;
    return { result: { passed: 0, failed: 1 }, output };
  }
}

function prepareInTurn(part) {
  const prepared = preparing.then(() => prepareFor(part));
  preparing = prepared.catch(() => undefined);
  return prepared;
}

async function prepareFor({ steps, programs = [] }) {
  const { node, env } = await withLock(
    () => progress.line('Waiting for another command that installs or builds in this folder.'),
    async () => {
      const tools = await openTools(progress);
      await prepare(tools, progress, steps);
      return tools;
    },
  );
  const found = [];
  for (const program of programs) found.push(await provide(program, env, progress));
  return { node, env: Object.assign(withoutSettings(env), ...found) };
}

/** The tests bring their own configuration: that of the person who runs them must neither change nor suffer from them. */
function withoutSettings(env) {
  const names = readFileSync(fromRoot('.env.example'), 'utf8').match(/^[A-Z_]+(?==)/gm);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

/** When one part was asked for, somebody is watching: the output is shown as it comes, and `args` are for the part's runner. */
async function runCommands(runs, { node, env }, args) {
  const result = { passed: 0, failed: 0 };
  let output = '';
  const chosen = args?.length > 0 ? runs.filter((each) => each.takesArguments) : runs;
  for (const each of chosen) {
    const command = [node, ...each.command(args?.length > 0), ...(args ?? [])];
    const ended = await run(command, { env: { ...env, ...each.env?.() }, inherit: args !== undefined });
    const { passed, failed } = outcomeOf(each, ended.code, args ?? []);
    result.passed += passed;
    result.failed += failed;
    if (failed > 0) output += ended.output;
  }
  return { result, output };
}

/** A runner that failed without a failed test, or ran none, counts as one failure; a skipped test has not passed. */
function outcomeOf({ count }, code, args) {
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const { passed, skipped, ...report } = count();
    // Runners count what a person's arguments leave out as skipped.
    const failed = report.failed + (args.length > 0 ? 0 : skipped);
    const isSound = passed + failed > 0 && (code === 0 || failed > 0);
    return { passed, failed: isSound ? failed : failed + 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
