import type { Outcome } from '../load/audience.ts';
import { milliseconds, percent, whole, type Row } from '../report.ts';
import { SIDES, type Side, type Stage } from '../stage.ts';
import { interleave, median, percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

/** Messages that are under way at any time. */
const STEPS = [1, 2, 5, 10, 25, 50, 100, 200, 400, 800, 1_600, 3_200];
const LATENCY_BOUND = 100;
/** A step this close to the bound would not hold it in the rounds that count. */
const COMFORT = 85;
const TARGET = 10;
const TRIAL = { warmUp: 0.5, seconds: 1.5 };
/** One may be an accident. */
const TRIALS_OVER = 2;
const ROUND = { warmUp: 0.5, seconds: 2.5 };
const ROUNDS = 5;

interface Round {
  underWay: number;
  deliveriesPerSecond: number;
  p50: number;
  p99: number;
  messagesPerFrame: number;
  megabytesPerSecond: number;
  /** Shares of one processor. */
  serverProcessor: number;
  generatorProcessor: number;
}

/** The most deliveries a second under which the last of all members still has 99 of 100 messages within the bound. */
export async function measureThroughput(stage: Stage): Promise<Measured> {
  await stage.connectAudience();
  const trials = await ramp(stage);
  const [hearth = [], bare = []] = await stage.profiled('throughput', () =>
    interleave(ROUNDS, SIDES, (side: Side) => round(stage, side, best(trials[side]), ROUND)),
  );
  return { rows: rowsOf(stage, hearth, bare), details: { trials, hearth, bare } };
}

/** Ever more messages under way, until a side passes the bound. */
async function ramp(stage: Stage): Promise<Record<Side, Round[]>> {
  const trials: Record<Side, Round[]> = { hearth: [], bare: [] };
  for (const underWay of STEPS) {
    for (const side of SIDES) {
      const isOver = trials[side].filter(({ p99 }) => p99 > LATENCY_BOUND).length >= TRIALS_OVER;
      if (!isOver) trials[side].push(await round(stage, side, underWay, TRIAL));
    }
  }
  return trials;
}

function best(trials: Round[]): number {
  const within = trials.filter(({ p99 }) => p99 < COMFORT);
  const most = within.toSorted((one, other) => other.deliveriesPerSecond - one.deliveriesPerSecond)[0];
  return most?.underWay ?? 1;
}

async function round(stage: Stage, side: Side, underWay: number, span: typeof ROUND): Promise<Round> {
  const { child } = stage[side];
  const [before, from] = [await child.usage(), performance.now()];
  const outcome = await stage.generator.call('closedLoop', { name: side, underWay, ...span });
  const processor = ((await child.usage()).processor - before.processor) / (performance.now() - from);
  if (side === 'hearth') await stage.community.ledger.require(outcome.acknowledged);
  const found = describe(stage, underWay, outcome, processor);
  stage.tell(`${side}, ${underWay} under way: ${whole(found.deliveriesPerSecond)} deliveries/s, p99 ${milliseconds(found.p99)}`);
  return found;
}

function describe(stage: Stage, underWay: number, outcome: Outcome, serverProcessor: number): Round {
  const { p50, p99 } = percentiles(outcome.latencies);
  const deliveriesPerSecond = outcome.messagesPerSecond * stage.options.members;
  return {
    underWay,
    deliveriesPerSecond,
    p50,
    p99,
    messagesPerFrame: (outcome.complete * stage.options.members) / outcome.frames,
    megabytesPerSecond: (outcome.bytes / outcome.complete / 1e6) * outcome.messagesPerSecond,
    serverProcessor,
    generatorProcessor: outcome.processor,
  };
}

function rowsOf(stage: Stage, hearth: Round[], bare: Round[]): Row[] {
  const of = (rounds: Round[], name: keyof Round): number => median(rounds.map((found) => found[name]));
  // Of neighbours in time, since what else the machine does changes from round to round.
  const ratio = median(hearth.map((found, index) => found.deliveriesPerSecond / (bare[index]?.deliveriesPerSecond ?? NaN)));
  const bothWithin = of(hearth, 'p99') < LATENCY_BOUND && of(bare, 'p99') < LATENCY_BOUND;
  const both = (what: string, name: keyof Round, write: (value: number) => string): Row => ({
    what: `${what}, at that load`,
    hearth: write(of(hearth, name)),
    peer: write(of(bare, name)),
  });
  return [
    {
      what: `most deliveries a second at p99 under ${LATENCY_BOUND} ms, ${stage.options.members} members`,
      target: `>= ${TARGET} times`,
      hearth: whole(of(hearth, 'deliveriesPerSecond')),
      peer: whole(of(bare, 'deliveriesPerSecond')),
      ratio,
      met: ratio >= TARGET && bothWithin,
    },
    both('delivery p99', 'p99', milliseconds),
    both('messages in a frame', 'messagesPerFrame', (value) => value.toFixed(1)),
    both("the server's share of a processor", 'serverProcessor', percent),
    both("the clients' share of a processor", 'generatorProcessor', percent),
  ];
}
