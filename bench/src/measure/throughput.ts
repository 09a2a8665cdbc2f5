import type { Outcome } from '../load/audience.ts';
import { withShares, type ProcessorShares } from '../processor-shares.ts';
import { milliseconds, percent, whole, type Row } from '../report.ts';
import { SIDES, type Side, type Stage } from '../stage.ts';
import { median, percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

/** Messages that are under way at any time: up to what takes a side past the bound. */
const STEPS: Record<Side, readonly number[]> = { hearth: [25, 50, 100, 200, 400], bare: [1, 2, 5, 10, 25] };
const REPETITIONS = 4;
const SPAN = { warmUp: 0.3, seconds: 1.2 };
const LATENCY_BOUND = 100;
/** So far over the bound, a step need not be repeated. */
const HOPELESS = 3 * LATENCY_BOUND;
const TARGET = 10;

interface Round extends ProcessorShares {
  underWay: number;
  deliveriesPerSecond: number;
  p50: number;
  p99: number;
  messagesPerFrame: number;
  megabytesPerSecond: number;
}

/** The most deliveries a second under which the last of all members still has 99 of 100 messages within the bound. */
export async function measureThroughput(stage: Stage): Promise<Measured> {
  await stage.connectAudience();
  const measured = await stage.profiled('throughput', () => climbs(stage));
  const [hearth, bare] = SIDES.map((side) => best(measured[side]));
  return { rows: rowsOf(stage, hearth ?? [], bare ?? []), details: measured };
}

/** Ever more messages under way, several times over, the sides by turns. */
async function climbs(stage: Stage): Promise<Record<Side, Round[]>> {
  const measured: Record<Side, Round[]> = { hearth: [], bare: [] };
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    for (let step = 0; step < Math.max(...SIDES.map((side) => STEPS[side].length)); step += 1) {
      for (const side of SIDES) {
        const underWay = STEPS[side][step];
        if (underWay === undefined || isHopeless(measured[side], underWay)) continue;
        measured[side].push(await round(stage, side, underWay));
      }
    }
  }
  return measured;
}

const isHopeless = (rounds: Round[], underWay: number): boolean =>
  rounds.some((found) => found.underWay === underWay && found.p99 > HOPELESS);

/** The rounds of the step that carried most, of those that kept the bound in the middle of their repetitions. */
function best(rounds: Round[]): Round[] {
  const steps = Map.groupBy(rounds, ({ underWay }) => underWay).values();
  const within = [...steps].filter((step) => medianOf(step, 'p99') < LATENCY_BOUND);
  return within.toSorted((one, other) => medianOf(other, 'deliveriesPerSecond') - medianOf(one, 'deliveriesPerSecond'))[0] ?? [];
}

const medianOf = (rounds: Round[], name: keyof Round): number => median(rounds.map((found) => found[name]));

async function round(stage: Stage, side: Side, underWay: number): Promise<Round> {
  const [outcome, shares] = await withShares(stage[side].child, stage.generator, () =>
    stage.generator.call('closedLoop', { name: side, underWay, ...SPAN }),
  );
  if (side === 'hearth') await stage.community.ledger.require(outcome.acknowledged);
  const found = { ...describe(stage, underWay, outcome), ...shares };
  stage.tell(`${side}, ${underWay} under way: ${whole(found.deliveriesPerSecond)} deliveries/s, p99 ${milliseconds(found.p99)}`);
  return found;
}

function describe(stage: Stage, underWay: number, outcome: Outcome): Omit<Round, keyof ProcessorShares> {
  const { p50, p99 } = percentiles(outcome.latencies);
  const deliveriesPerSecond = outcome.messagesPerSecond * stage.options.members;
  return {
    underWay,
    deliveriesPerSecond,
    p50,
    p99,
    messagesPerFrame: (outcome.complete * stage.options.members) / outcome.frames,
    megabytesPerSecond: (outcome.bytes / outcome.complete / 1e6) * outcome.messagesPerSecond,
  };
}

function rowsOf(stage: Stage, hearth: Round[], bare: Round[]): Row[] {
  // Of neighbours in time, since what else the machine does changes from round to round.
  const ratio = median(hearth.map((found, index) => found.deliveriesPerSecond / (bare[index]?.deliveriesPerSecond ?? NaN)));
  const both = (what: string, name: keyof Round, write: (value: number) => string): Row => ({
    what: `${what}, at that load`,
    hearth: write(medianOf(hearth, name)),
    peer: write(medianOf(bare, name)),
  });
  return [
    {
      what: `most deliveries a second at p99 under ${LATENCY_BOUND} ms, ${stage.options.members} members`,
      target: `>= ${TARGET} times`,
      hearth: whole(medianOf(hearth, 'deliveriesPerSecond')),
      peer: whole(medianOf(bare, 'deliveriesPerSecond')),
      ratio,
      met: ratio >= TARGET,
    },
    both('delivery p99', 'p99', milliseconds),
    both('messages in a frame', 'messagesPerFrame', (value) => value.toFixed(1)),
    both("the server's share of a processor", 'server', percent),
    both("the clients' share of a processor", 'clients', percent),
    both('what else used a processor, Postgres included', 'others', percent),
  ];
}
