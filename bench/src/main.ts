/**
 * Measures Hearth beside bare peers on this machine: `npm run bench`. Everything listens on the loopback interface, on free ports, with
 * data in a temporary folder, and ends with this process.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Database } from './database.ts';
import { machine } from './machine.ts';
import { measureAcknowledgement } from './measure/acknowledgement.ts';
import { measureCommunity } from './measure/community.ts';
import { measureConnections } from './measure/connections.ts';
import { measureDelivery } from './measure/delivery.ts';
import { measureFiles } from './measure/files.ts';
import { measureFirstLoad } from './measure/first-load.ts';
import { measureHistory } from './measure/history.ts';
import type { Measured, Measurement } from './measure/measurement.ts';
import { measureReady } from './measure/ready.ts';
import { measureReturn } from './measure/return.ts';
import { measureSearch } from './measure/search.ts';
import { measureThroughput } from './measure/throughput.ts';
import { parseOptions, type Options } from './options.ts';
import { Lifecycle } from './process/lifecycle.ts';
import { table } from './report.ts';
import { Stage } from './stage.ts';
import { openWorkFolder } from './work-folder.ts';

const RESULTS = path.resolve(import.meta.dirname, '../results');

/** Nothing of it runs for ever. */
const MINUTES = 15;
const MINUTES_A_MILLION = 6;

/** In this order: the ones after `connections` run on the processes that it starts anew. */
const measurements: Measurement[] = [
  { name: 'delivery', measure: measureDelivery },
  { name: 'throughput', measure: measureThroughput },
  { name: 'ack', measure: measureAcknowledgement },
  { name: 'connections', measure: measureConnections },
  { name: 'ready', measure: measureReady },
  { name: 'return', measure: measureReturn },
  { name: 'community', measure: measureCommunity },
  { name: 'history', measure: measureHistory },
  { name: 'search', measure: measureSearch },
  { name: 'files', measure: measureFiles },
  { name: 'first-load', measure: measureFirstLoad },
];

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(options: Options, lifecycle: Lifecycle): Promise<void> {
  const startedAt = new Date();
  const folder = await openWorkFolder(lifecycle);
  const database = await Database.start(path.join(folder, 'postgres'), lifecycle);
  const stage = new Stage(database, options, lifecycle, folder);
  await stage.open();
  const found: Record<string, Measured> = {};
  for (const { name, measure } of measurements.filter((measurement) => options.only.includes(measurement.name))) {
    tell(name);
    found[name] = await measure(stage);
  }
  const rows = Object.values(found).flatMap((measured) => measured.rows);
  const seconds = Math.round((Date.now() - startedAt.getTime()) / 1_000);
  const facts = { startedAt: startedAt.toISOString(), seconds, machine: machine(await database.version()), options };
  save(options, startedAt, {
    ...facts,
    rows,
    details: Object.fromEntries(Object.entries(found).map(([name, { details }]) => [name, details])),
  });
  process.stdout.write(`\n${table(rows)}\n\n${Object.values(facts.machine).join(', ')}; ${seconds} s\n`);
}

function save(options: Options, startedAt: Date, results: unknown): void {
  mkdirSync(RESULTS, { recursive: true });
  const text = `${JSON.stringify(results, null, 2)}\n`;
  writeFileSync(path.join(RESULTS, `local-${startedAt.toISOString().replaceAll(':', '-')}.json`), text);
  if (options.save) writeFileSync(path.join(RESULTS, 'latest.json'), text);
}

function within(minutes: number, work: Promise<void>): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000);
  });
  return Promise.race([work, late]);
}

const lifecycle = new Lifecycle();
lifecycle.listen();
try {
  const names = measurements.map(({ name }) => name);
  const options = parseOptions(process.argv.slice(2), names);
  await within(MINUTES + (options.messages / 1e6) * MINUTES_A_MILLION, run(options, lifecycle));
} catch (fault) {
  // What fails because everything ends is no fault.
  if (!lifecycle.isEnding) tell(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.exitCode = 1;
}
await lifecycle.close();
process.exit();
