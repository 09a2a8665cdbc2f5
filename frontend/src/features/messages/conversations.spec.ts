import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Changes } from '@hearth/contract';
import fc from 'fast-check';
import { ApiError, NetworkError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import type { Conversation, MessageChange, MessagePage } from './cache';
import { Conversations } from './conversations';
import { FakeChannel } from './fake-channel';

const ID = '1';

/** A client of one channel: its answers take time, and the moment at which the server makes them is anywhere in between. */
class Client {
  readonly clock = new FakeClock();
  readonly channel = new FakeChannel();
  held: Conversation | undefined;
  heardVersion = 0;
  latency = { there: 10, back: 10 };
  fault: Error | null = null;
  readonly asked: string[] = [];
  readonly conversations = new Conversations({
    clock: this.clock,
    random: () => 0,
    get: () => this.held,
    set: (_id, conversation) => (this.held = conversation),
    drop: () => (this.held = undefined),
    held: () => (this.held ? [ID] : []),
    versionOf: () => this.heardVersion,
    fetchPage: (_id, query) => this.answer<MessagePage>(`page ${JSON.stringify(query)}`, () => this.channel.page(query)),
    fetchChanges: (_id, after) => this.answer<Changes>(`changes ${after}`, () => this.channel.changes(after)),
    setLoading: () => undefined,
  });

  async open(): Promise<void> {
    const loaded = this.conversations.load(ID).then((conversation) => (this.held = conversation));
    await this.clock.advance(1_000);
    await loaded;
  }

  /** As the socket does: the list of channels hears of it first. */
  hear(change: MessageChange): void {
    this.heardVersion = Math.max(this.heardVersion, change.version);
    this.conversations.receive(ID, [change]);
  }

  /** As `ready` does. */
  async reconnect(): Promise<void> {
    this.heardVersion = this.channel.version;
    this.conversations.reconnected();
    await this.clock.advance(60_000);
  }

  post(count: number): MessageChange[] {
    return Array.from({ length: count }, () => this.channel.post());
  }

  private answer<T>(what: string, make: () => T): Promise<T> {
    this.asked.push(what);
    const { there, back } = this.latency;
    const { fault } = this;
    return new Promise((resolve, reject) => {
      this.clock.after(there, () => {
        const made = make();
        this.clock.after(back, () => (fault ? reject(fault) : resolve(made)));
      });
    });
  }
}

let client: Client;
const seqs = () => client.held?.messages.map(({ seq }) => seq);

beforeEach(() => {
  client = new Client();
});

describe('loading', () => {
  it('loads the newest page and follows events', async () => {
    client.post(7);
    await client.open();
    expect(seqs()).toEqual([3, 4, 5, 6, 7]);
    client.hear(client.channel.post());
    expect(seqs()).toEqual([3, 4, 5, 6, 7, 8]);
    await client.clock.advance(60_000);
    expect(client.asked).toEqual(['page {}']);
  });

  it('keeps what comes between the making of a page and its arrival', async () => {
    client.post(3);
    const loaded = client.conversations.load(ID).then((conversation) => (client.held = conversation));
    await client.clock.advance(12);
    client.hear(client.channel.post());
    client.hear(client.channel.edit(2));
    await client.clock.advance(1_000);
    await loaded;
    expect(client.held?.messages).toEqual(client.channel.messages);
    expect(client.held?.version).toBe(5);
    expect(client.asked).toEqual(['page {}']);
  });

  it('keeps an edit of an older message that comes while its page is on its way', async () => {
    client.post(8);
    await client.open();
    const loading = client.conversations.loadOlder(ID);
    await client.clock.advance(12);
    client.hear(client.channel.edit(2));
    await client.clock.advance(1_000);
    await loading;
    expect(client.held?.messages).toEqual(client.channel.messages);
    expect(client.held?.hasOlder).toBe(false);
  });

  it('keeps a new message that comes while the last newer page is on its way', async () => {
    client.post(12);
    await client.open();
    await Promise.all([client.conversations.jumpTo(ID, 2), client.clock.advance(1_000)]);
    expect(seqs()).toEqual([1, 2, 3, 4]);
    await Promise.all([client.conversations.loadNewer(ID), client.clock.advance(1_000)]);
    const loading = client.conversations.loadNewer(ID);
    await client.clock.advance(12);
    client.hear(client.channel.post());
    await client.clock.advance(1_000);
    await loading;
    expect(client.held?.messages).toEqual(client.channel.messages);
    expect(client.held?.atNewest).toBe(true);
  });

  it('asks once for a page that is wanted twice', async () => {
    client.post(8);
    await client.open();
    void client.conversations.loadOlder(ID);
    void client.conversations.loadOlder(ID);
    await client.clock.advance(1_000);
    expect(client.asked).toEqual(['page {}', 'page {"before":4}']);
  });

  it('ends in the window that was asked for last, whichever comes first', async () => {
    client.post(20);
    await client.open();
    client.latency = { there: 10, back: 200 };
    const first = client.conversations.jumpTo(ID, 3);
    client.latency = { there: 10, back: 10 };
    const second = client.conversations.jumpTo(ID, 10);
    await client.clock.advance(1_000);
    await Promise.all([first, second]);
    expect(seqs()).toEqual([8, 9, 10, 11, 12]);
  });

  it('does not add to another window what was asked for before it came', async () => {
    client.post(9);
    await client.open();
    client.latency = { there: 10, back: 200 };
    const older = client.conversations.loadOlder(ID);
    await client.clock.advance(50);
    client.channel.edit(2);
    client.latency = { there: 10, back: 10 };
    const elsewhere = client.conversations.jumpTo(ID, 1);
    await client.clock.advance(50);
    const back = client.conversations.jumpToNewest(ID);
    await client.clock.advance(1_000);
    await Promise.all([older, elsewhere, back]);
    expect(seqs()).toEqual([5, 6, 7, 8, 9]);
  });

  it('keeps what is caught up with while an older page is on its way', async () => {
    client.post(8);
    await client.open();
    client.latency = { there: 10, back: 500 };
    const older = client.conversations.loadOlder(ID);
    await client.clock.advance(50);
    client.channel.edit(2);
    client.latency = { there: 10, back: 10 };
    client.heardVersion = client.channel.version;
    client.conversations.reconnected();
    await client.clock.advance(1_000);
    await older;
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('goes to the newest message and stays where it is held', async () => {
    client.post(12);
    await client.open();
    await Promise.all([client.conversations.jumpTo(ID, 10), client.clock.advance(100)]);
    expect(client.asked).toEqual(['page {}']);
    await Promise.all([client.conversations.jumpTo(ID, 3), client.clock.advance(100)]);
    await Promise.all([client.conversations.jumpToNewest(ID), client.clock.advance(100)]);
    expect(client.held).toMatchObject({ atNewest: true, version: 12 });
  });
});

describe('gaps', () => {
  it('waits for what is late before it asks', async () => {
    await client.open();
    const [first, second] = client.post(2) as [MessageChange, MessageChange];
    client.hear(second);
    await client.clock.advance(299);
    client.hear(first);
    await client.clock.advance(60_000);
    expect(seqs()).toEqual([1, 2]);
    expect(client.asked).toEqual(['page {}']);
  });

  it('asks for what was lost, page by page', async () => {
    client.post(3);
    await client.open();
    client.post(6);
    client.hear(client.channel.post());
    await client.clock.advance(60_000);
    expect(client.held?.messages).toEqual(client.channel.messages);
    expect(client.asked).toEqual(['page {}', 'changes 3', 'changes 7']);
  });

  it('finds the very last event by the announced version', async () => {
    await client.open();
    client.channel.post();
    client.heardVersion = 1;
    client.conversations.announced([ID]);
    await client.clock.advance(60_000);
    expect(seqs()).toEqual([1]);
  });

  it('applies what comes during a catch-up after it', async () => {
    client.post(3);
    await client.open();
    client.post(6);
    client.heardVersion = client.channel.version;
    client.conversations.reconnected();
    await client.clock.advance(5);
    client.hear(client.channel.post());
    expect(seqs()).toEqual([1, 2, 3]);
    await client.clock.advance(60_000);
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('shows an own message at once, also during a catch-up', async () => {
    client.post(3);
    await client.open();
    client.post(6);
    client.heardVersion = client.channel.version;
    client.conversations.reconnected();
    client.conversations.acknowledge(client.channel.post().message);
    expect(seqs()).toEqual([1, 2, 3, 10]);
    await client.clock.advance(60_000);
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('starts anew when it is too far behind', async () => {
    client.post(3);
    await client.open();
    client.post(40);
    await client.reconnect();
    expect(client.held?.messages).toEqual(client.channel.messages.slice(-5));
    expect(client.held?.version).toBe(43);
    expect(client.asked).toEqual(['page {}', 'changes 3', 'page {}']);
  });

  it('does not start anew for ever when the last changes are not on the newest page', async () => {
    client.post(10);
    for (let edits = 0; edits < 30; edits += 1) client.channel.edit(1);
    await client.open();
    await client.reconnect();
    expect(client.held?.version).toBe(40);
    expect(client.asked).toEqual(['page {}', 'changes 10', 'page {}']);
  });

  it('follows a server that was put back to an earlier state', async () => {
    client.post(10);
    await client.open();
    const restored = new FakeChannel();
    for (let posts = 0; posts < 4; posts += 1) restored.post();
    Object.assign(client, { channel: restored });
    await client.reconnect();
    expect(client.held?.messages).toEqual(restored.messages);
    expect(client.held?.version).toBe(4);
  });

  it('tries again with growing pauses while the server cannot be reached', async () => {
    await client.open();
    client.fault = new NetworkError('gone');
    client.post(1);
    client.hear(client.channel.post());
    await client.clock.advance(10_000);
    const tries = client.asked.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(8);
    client.fault = null;
    await client.clock.advance(30_000);
    expect(seqs()).toEqual([1, 2]);
    expect(client.clock.waiting).toBe(0);
  });

  it('lets go of a channel that may not be seen any more', async () => {
    await client.open();
    const problem = { type: 'about:blank', title: '', status: 404, code: 'NOT_FOUND', detail: '', requestId: '' } as const;
    client.fault = new ApiError(problem);
    client.post(1);
    client.hear(client.channel.post());
    await client.clock.advance(60_000);
    expect(client.held).toBeUndefined();
    expect(client.clock.waiting).toBe(0);
  });
});

const latency = fc.oneof(fc.nat(10), fc.nat(800));

type Step =
  | { do: 'post' | 'edit' | 'remove'; which: number; fate: 'now' | 'late' | 'lost' | 'twice' }
  | { do: 'older' | 'newer' | 'newest' | 'announce' | 'reconnect' | 'wait'; which: number }
  | { do: 'jump'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('post' as const, 'edit' as const, 'remove' as const),
      which: fc.nat(),
      fate: fc.constantFrom('now' as const, 'now' as const, 'late' as const, 'lost' as const, 'twice' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'older' as const,
        'newer' as const,
        'newest' as const,
        'announce' as const,
        'reconnect' as const,
        'wait' as const,
      ),
      which: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('jump' as const), which: fc.nat() }) },
);

function change(channel: FakeChannel, kind: 'post' | 'edit' | 'remove', which: number): MessageChange {
  if (kind === 'post' || channel.lastSeq === 0) return channel.post();
  const seq = 1 + (which % channel.lastSeq);
  return kind === 'edit' ? channel.edit(seq) : channel.remove(seq);
}

function announce(): void {
  client.heardVersion = Math.max(client.heardVersion, client.channel.version);
  client.conversations.announced([ID]);
}

/** Answers may take longer than the next steps: what they do overlaps. */
function act(one: Step, late: MessageChange[]): Promise<void> {
  const { conversations, channel } = client;
  if ('fate' in one) {
    const event = change(channel, one.do, one.which);
    if (one.fate === 'late') late.push(event);
    else if (one.fate !== 'lost') client.hear(event);
    if (one.fate === 'twice') client.hear(event);
    return Promise.resolve();
  }
  if (one.do === 'older') return conversations.loadOlder(ID);
  if (one.do === 'newer') return conversations.loadNewer(ID);
  if (one.do === 'newest') return conversations.jumpToNewest(ID);
  if (one.do === 'jump') return conversations.jumpTo(ID, 1 + (one.which % Math.max(1, channel.lastSeq)));
  if (one.do === 'wait') return client.clock.advance(one.which % 400);
  announce();
  if (one.do === 'reconnect') conversations.reconnected();
  return Promise.resolve();
}

describe('whatever is shuffled, doubled or lost', () => {
  it('ends equal to a fresh fetch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(12),
        fc.array(fc.tuple(step, latency, latency, fc.nat(30)), { maxLength: 40, size: 'max' }),
        async (before, steps) => {
          client = new Client();
          client.post(before);
          client.heardVersion = before;
          await client.open();
          const late: MessageChange[] = [];
          const running: Promise<void>[] = [];
          for (const [one, there, back, pause] of steps) {
            client.latency = { there, back };
            if (one.do === 'wait') await act(one, late);
            else running.push(act(one, late));
            await client.clock.advance(pause);
            if (pause % 3 === 0)
              late
                .splice(0)
                .reverse()
                .forEach((event) => client.hear(event));
          }
          late.forEach((event) => client.hear(event));
          announce();
          await client.clock.advance(300_000);
          await Promise.all(running);

          const { channel, held } = client;
          const first = held?.messages[0]?.seq ?? 1;
          const last = held?.messages.at(-1)?.seq ?? 0;
          expect(held?.messages).toEqual(channel.messages.slice(first - 1, last));
          expect(held).toMatchObject({ version: channel.version, seen: [] });
          expect(held?.hasOlder).toBe(first > 1);
          if (held?.atNewest) expect(last).toBe(channel.lastSeq);
          expect(client.clock.waiting).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});
