import { describe, expect, it } from '@jest/globals';
import type { Hit, Segment, Stretch } from './search.repository.js';
import { walk, type WalkOptions } from './walk.js';

const SIZE = 1_000;
const segments: Segment[] = Array.from({ length: 100 }, (_, number) => ({ number, fromId: `${number * SIZE}` }));
const hit = (id: number): Hit => ({ id: `${id}`, channelId: '1', serverId: null, seq: id, floor: 0, body: '' });

/** Matches at these ids, read as the database reads them; every look takes its time. */
function looking(ids: number[], options: Partial<WalkOptions> = {}, cost = 0) {
  let clock = 0;
  const looks: Stretch[] = [];
  const oldestFirst = options.oldestFirst ?? false;
  const read = (stretch: Stretch, limit: number) => {
    clock += cost * (stretch.segments?.length ?? segments.length);
    looks.push(stretch);
    const within = ids.filter((id) => id >= Number(stretch.from ?? 0) && id < Number(stretch.below ?? Infinity));
    return Promise.resolve(
      within
        .toSorted((one, other) => (oldestFirst ? one - other : other - one))
        .slice(0, limit)
        .map(hit),
    );
  };
  const found = walk({
    segments,
    from: null,
    below: null,
    oldestFirst,
    limit: 3,
    selective: true,
    read,
    until: 100,
    now: () => clock,
    ...options,
  });
  return { found, looks };
}
const idsOf = async (found: ReturnType<typeof walk>) => (await found).hits.map(({ id }) => Number(id));

describe('a walk through the segments', () => {
  it('ends with the first that fills the page', async () => {
    const { found, looks } = looking([99_100, 99_200, 99_300, 99_400, 5]);
    expect(await idsOf(found)).toEqual([99_400, 99_300, 99_200]);
    expect(looks).toEqual([{ segments: [99], from: '99000', below: null }]);
  });

  it('takes more of them at a time, and all that remains for what is rare', async () => {
    const { found, looks } = looking([5, 50_000]);
    expect(await idsOf(found)).toEqual([50_000, 5]);
    expect(looks.map((look) => look.segments?.length ?? null)).toEqual([1, 4, 16, null]);
    expect(looks.at(-1)).toEqual({ segments: null, from: '0', below: '79000' });
  });

  it('goes from the oldest on, and only between the bounds', async () => {
    const { found, looks } = looking([5, 2_500, 3_500, 4_500, 9_999], { oldestFirst: true, from: '2600', below: '5000' });
    expect(await idsOf(found)).toEqual([3_500, 4_500]);
    expect(looks.map((look) => look.segments)).toEqual([[2], [3, 4]]);
    expect(looks[0]).toMatchObject({ from: '2600', below: '3000' });
  });

  it('ends in time, says where to go on, and misses nothing by that', async () => {
    const all = [500, 20_500, 60_500, 98_500];
    const seen: number[] = [];
    let below: string | null = null;
    do {
      const { hits, restFrom }: Awaited<ReturnType<typeof walk>> = await looking(all, { selective: false, below, limit: 10 }, 9).found;
      seen.push(...hits.map(({ id }) => Number(id)));
      below = restFrom;
    } while (below !== null);
    expect(seen).toEqual(all.toReversed());
  });

  it('looks once at least', async () => {
    const { found, looks } = looking([99_500], { until: -1 }, 50);
    expect(await idsOf(found)).toEqual([99_500]);
    expect((await found).restFrom).toBe('99000');
    expect(looks).toHaveLength(1);
  });
});
