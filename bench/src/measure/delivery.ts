import { milliseconds, type Row } from '../report.ts';
import { SIDES, type Side, type Stage } from '../stage.ts';
import { interleave, medianOf, percentiles, type Percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const DELIVERIES_PER_SECOND = 2_000;
const TARGET = 25;
const ROUNDS = 3;
const WARM_UP = 1;
const SECONDS = 10;

/** Send to last of all members, under an even load. */
export async function measureDelivery(stage: Stage): Promise<Measured> {
  await stage.connectAudience();
  const [hearth, bare] = await stage.profiled('delivery', () => rounds(stage, ROUNDS));
  return { rows: deliveryRows(stage, `delivery to the last of ${stage.options.members}`, hearth, bare), details: { hearth, bare } };
}

/** Percentiles of both sides, each the median of its rounds. */
export async function rounds(stage: Stage, count: number): Promise<[Percentiles, Percentiles]> {
  const rate = DELIVERIES_PER_SECOND / stage.options.members;
  const measured = await interleave(count, SIDES, async (side: Side, round) => {
    const outcome = await stage.generator.call('paced', { name: side, rate, warmUp: WARM_UP, seconds: SECONDS });
    if (side === 'hearth') await stage.community.ledger.require(outcome.acknowledged);
    const found = percentiles(outcome.latencies);
    stage.tell(`${side} ${round + 1}/${count}: p50 ${milliseconds(found.p50)}, p99 ${milliseconds(found.p99)}`);
    return found;
  });
  const [hearth = [], bare = []] = measured.map((list) => list);
  return [medianOf(hearth), medianOf(bare)];
}

export function deliveryRows(stage: Stage, what: string, hearth: Percentiles, bare: Percentiles): Row[] {
  const load = `${DELIVERIES_PER_SECOND.toLocaleString('en')} deliveries/s`;
  const row = (name: 'p50' | 'p95' | 'p99'): Row => ({
    what: `${what}, ${load}, ${name}`,
    hearth: milliseconds(hearth[name]),
    peer: milliseconds(bare[name]),
    ratio: hearth[name] / bare[name],
  });
  const isStandard = stage.options.members === 200;
  return [row('p50'), row('p95'), { ...row('p99'), ...(isStandard && { target: `< ${TARGET} ms`, met: hearth.p99 < TARGET }) }];
}
