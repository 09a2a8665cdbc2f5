import { milliseconds, type Row } from '../report.ts';
import { bareToken } from '../peers/message.ts';
import { seedServer } from '../seed/servers.ts';
import { signIn, type Person } from '../seed/people.ts';
import { startInsert } from '../servers.ts';
import type { Stage } from '../stage.ts';
import { interleave, medianOf, percentiles, type Percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const TARGET = 3;
const WARM_UP = 300;
const SENDS = 500;
const ROUNDS = 5;

/** `compressed`: a client that compresses what it sends, as browsers do where the server agrees to it. */
const NAMES = ['alone', 'compressed', 'insert'] as const;

/** From sending to the acknowledgement, which follows the commit: one sender, one message after the other. */
export async function measureAcknowledgement(stage: Stage): Promise<Measured> {
  await connect(stage);
  const found = await stage.profiled('acknowledgement', () => interleave(ROUNDS, NAMES, (name) => round(stage, name)));
  for (const name of NAMES) await stage.generator.call('disconnect', name);
  const [hearth, compressed, bare] = found.map(medianOf);
  if (!hearth || !compressed || !bare) throw new Error('nothing was measured');
  stage.tell(`Hearth p50 ${milliseconds(hearth.p50)}, one insert p50 ${milliseconds(bare.p50)}`);
  const listened = await withListeners(stage);
  const rows: Row[] = [
    { ...row('one sender, p50', hearth.p50, bare.p50), target: `<= ${TARGET} times`, met: hearth.p50 / bare.p50 <= TARGET },
    row('one sender, p95', hearth.p95, bare.p95),
    row('one sender, p99', hearth.p99, bare.p99),
    row('to a client that compresses, as browsers do, p50', compressed.p50, bare.p50),
    row(`with ${stage.options.members} members listening, p50`, listened.p50),
  ];
  return { rows, details: { hearth, compressed, bare, listened } };
}

async function withListeners(stage: Stage): Promise<Percentiles> {
  await stage.connectAudience();
  const found = await round(stage, 'hearth');
  await stage.community.ledger.require(SENDS);
  return found;
}

async function connect(stage: Stage): Promise<void> {
  const insert = await startInsert(stage.database);
  stage.lifecycle.defer(() => insert.child.stop());
  const [one, other] = stage.community.people;
  if (!one || !other) throw new Error('the community has too few people');
  await stage.generator.call('connect', { name: 'alone', ...(await onTheirOwn(stage, one)), compress: false });
  await stage.generator.call('connect', { name: 'compressed', ...(await onTheirOwn(stage, other)), compress: true });
  await stage.generator.call('connect', {
    name: 'insert',
    url: insert.url,
    tokens: [bareToken('alone', 1)],
    channelId: '1',
    compress: false,
  });
  for (const name of NAMES) await stage.generator.call('oneByOne', { name, count: WARM_UP });
}

/** Somebody in a server where nobody else listens. */
async function onTheirOwn(stage: Stage, person: Person) {
  const { channelIds } = await seedServer(stage.database.hearth, 'Alone', [person], 1);
  const { url } = stage.hearth;
  return { url, tokens: await signIn(url, [person]), channelId: channelIds[0] ?? '' };
}

async function round(stage: Stage, name: string): Promise<Percentiles> {
  return percentiles(await stage.generator.call('oneByOne', { name, count: SENDS }));
}

const row = (how: string, hearth: number, bare?: number): Row => ({
  what: `acknowledgement after commit, ${how}`,
  hearth: milliseconds(hearth),
  ...(bare !== undefined && { peer: milliseconds(bare), ratio: hearth / bare }),
});
