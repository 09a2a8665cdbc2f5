import { milliseconds, type Row } from '../report.ts';
import { bareToken } from '../peers/message.ts';
import { seedServer } from '../seed/servers.ts';
import { signIn } from '../seed/people.ts';
import { startInsert } from '../servers.ts';
import type { Stage } from '../stage.ts';
import { interleave, medianOf, percentiles, type Percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const TARGET = 3;
const WARM_UP = 300;
const SENDS = 500;
const ROUNDS = 5;

const NAMES = ['alone', 'insert'] as const;

/** From sending to the acknowledgement, which follows the commit: one sender, one message after the other. */
export async function measureAcknowledgement(stage: Stage): Promise<Measured> {
  await connect(stage);
  const [hearth = [], bare = []] = await stage.profiled('acknowledgement', () => interleave(ROUNDS, NAMES, (name) => round(stage, name)));
  for (const name of NAMES) await stage.generator.call('disconnect', name);
  const [ours, theirs] = [medianOf(hearth), medianOf(bare)];
  stage.tell(`Hearth p50 ${milliseconds(ours.p50)}, one insert p50 ${milliseconds(theirs.p50)}`);
  const listened = await withListeners(stage);
  const rows = [row('p50', ours, theirs, TARGET), row('p95', ours, theirs), row('p99', ours, theirs)];
  const many = `acknowledgement with ${stage.options.members} members listening, p50`;
  return { rows: [...rows, { what: many, hearth: milliseconds(listened.p50) }], details: { hearth: ours, bare: theirs, listened } };
}

async function withListeners(stage: Stage): Promise<Percentiles> {
  await stage.connectAudience();
  const found = await round(stage, 'hearth');
  await stage.community.ledger.require(SENDS);
  return found;
}

async function connect(stage: Stage): Promise<void> {
  const [sender] = stage.community.people;
  if (!sender) throw new Error('the community has nobody');
  const { channelIds } = await seedServer(stage.database.hearth, 'Alone', [sender], 1);
  const [channelId = ''] = channelIds;
  const insert = await startInsert(stage.database);
  stage.lifecycle.defer(() => insert.child.stop());
  const tokens = await signIn(stage.hearth.url, [sender]);
  await stage.generator.call('connect', { name: 'alone', url: stage.hearth.url, tokens, channelId });
  await stage.generator.call('connect', { name: 'insert', url: insert.url, tokens: [bareToken('alone', 1)], channelId });
  for (const name of NAMES) await stage.generator.call('oneByOne', { name, count: WARM_UP });
}

async function round(stage: Stage, name: string): Promise<Percentiles> {
  return percentiles(await stage.generator.call('oneByOne', { name, count: SENDS }));
}

const row = (name: 'p50' | 'p95' | 'p99', hearth: Percentiles, bare: Percentiles, target?: number): Row => ({
  what: `acknowledgement after commit, one sender, ${name}`,
  hearth: milliseconds(hearth[name]),
  peer: milliseconds(bare[name]),
  ratio: hearth[name] / bare[name],
  ...(target !== undefined && { target: `<= ${target} times`, met: hearth[name] / bare[name] <= target }),
});
