import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientRequest, ErrorCode, MemberWindow } from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { buildRow, buildRows } from './fixtures';
import { MemberWatch } from './member-watch';
import { type MemberPart, rowAt } from './part';

type Request = ClientRequest<'server:subscribe'>;

const place = { serverId: '10', channelId: '1' };
const groups = [{ id: 'online' as const, count: 200 }];
const rows = buildRows(0, 200);

const refusal = (code: ErrorCode) => new ApiError({ type: 'about:blank', title: code, status: 400, code, detail: code, requestId: 'r' });

let clock: FakeClock;
let asked: Request[];
let answer: (request: Request) => Promise<MemberWindow | null>;
let connected: boolean;
let held: MemberPart | null;
let failed: boolean;
let watch: MemberWatch;

const window = ({ blocks }: Request, version: number): MemberWindow => ({
  version,
  total: 200,
  groups,
  blocks: blocks.map((index) => ({ index, rows: rows.slice(index * 50, (index + 1) * 50) })),
});

beforeEach(() => {
  clock = new FakeClock();
  asked = [];
  connected = true;
  held = null;
  failed = false;
  answer = async (request) => (request.blocks.length > 0 ? window(request, asked.length) : null);
  watch = new MemberWatch({
    clock,
    subscribe: (request) => {
      asked.push(request);
      return answer(request);
    },
    isConnected: () => connected,
    get: () => held,
    set: (part) => (held = part),
    setFailed: (is) => (failed = is),
  });
});

const heldBlocks = () => Object.keys(held?.blocks ?? {}).map(Number);

describe('the part on screen', () => {
  it('is asked for at once, and let go of when it is on no screen any more', async () => {
    watch.want({ ...place, blocks: [0] });
    await clock.advance(0);
    expect([asked.length, heldBlocks()]).toEqual([1, [0]]);
    watch.want(null);
    await clock.advance(1_000);
    expect(asked.at(-1)).toEqual({ ...place, blocks: [] });
    expect(held).toBeNull();
    expect(clock.waiting).toBe(0);
  });

  it('is asked for with pauses while somebody scrolls, the last one surely', async () => {
    for (let block = 0; block < 20; block += 1) {
      watch.want({ ...place, blocks: [block % 4] });
      await clock.advance(20);
    }
    await clock.advance(200);
    expect(asked.length).toBeLessThan(8);
    expect(heldBlocks()).toEqual([3]);
  });

  it('of another channel does not wait', async () => {
    watch.want({ ...place, blocks: [0] });
    await clock.advance(0);
    watch.want({ ...place, channelId: '2', blocks: [0] });
    await clock.advance(0);
    expect(held?.channelId).toBe('2');
  });

  it('that came late is not taken for that of another server', async () => {
    let finish: (value: MemberWindow) => void = () => undefined;
    answer = () => new Promise((resolve) => (finish = resolve));
    watch.want({ ...place, blocks: [0] });
    watch.want({ serverId: '11', channelId: '5', blocks: [0] });
    answer = async (request) => window(request, 9);
    finish(window({ ...place, blocks: [0] }, 8));
    await clock.advance(1_000);
    expect(held?.serverId).toBe('11');
  });
});

describe('what is told of it', () => {
  const change = (version: number) => ({
    ...place,
    version,
    total: 200,
    groups,
    blocks: [{ index: 0, rows: [buildRow('7'), [0, 49] as [number, number]] }],
  });

  it('changes it, once', async () => {
    watch.want({ ...place, blocks: [0] });
    await clock.advance(0);
    watch.receive(change(2));
    watch.receive(change(2));
    expect(held && [rowAt(held, 0), rowAt(held, 1)]).toEqual([buildRow('7'), rows[0]]);
  });

  it('is nothing to it when it is of another list, or of before', async () => {
    watch.receive(change(1));
    watch.want({ ...place, blocks: [0] });
    await clock.advance(0);
    const before = held;
    watch.receive({ ...change(5), channelId: '2' });
    watch.receive(change(0));
    expect(held).toBe(before);
  });
});

describe('a server that does not answer', () => {
  it('is asked again, with growing pauses', async () => {
    answer = () => Promise.reject(refusal('RATE_LIMITED'));
    watch.want({ ...place, blocks: [0] });
    await clock.advance(10_000);
    expect([asked.length, failed]).toEqual([3, true]);
    answer = async (request) => window(request, 1);
    await clock.advance(10_000);
    expect([failed, heldBlocks()]).toEqual([false, [0]]);
  });

  it('is not asked again about what may not be seen, unless somebody wishes', async () => {
    answer = () => Promise.reject(refusal('NOT_FOUND'));
    watch.want({ ...place, blocks: [0] });
    await clock.advance(60_000);
    expect([asked.length, failed, clock.waiting]).toEqual([1, true, 0]);
    watch.retry();
    await clock.advance(0);
    expect(asked.length).toBe(2);
  });

  it('is told again what is on screen when the connection is new', async () => {
    watch.want({ ...place, blocks: [0] });
    await clock.advance(1_000);
    connected = false;
    watch.want({ ...place, blocks: [1] });
    await clock.advance(60_000);
    expect([asked.length, failed, heldBlocks()]).toEqual([1, false, [0]]);
    connected = true;
    watch.reconnected();
    await clock.advance(0);
    expect([asked.length, heldBlocks()]).toEqual([2, [1]]);
  });
});
