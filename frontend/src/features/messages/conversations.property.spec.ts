import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VersionedChange } from './cache';
import type { FakeChannel } from './fake-channel';
import { FakeClient, ID } from './fake-client';

let client: FakeClient;

const latency = fc.oneof(fc.nat(10), fc.nat(800));

type Change = 'post' | 'edit' | 'remove' | 'removeSilently';

type Step =
  | { do: Change; which: number; fate: 'now' | 'late' | 'lost' | 'twice' }
  | { do: 'older' | 'newer' | 'newest' | 'announce' | 'reconnect' | 'wait'; which: number }
  | { do: 'jump'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom<Change[]>('post', 'edit', 'remove', 'removeSilently'),
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

function change(channel: FakeChannel, kind: Change, which: number): VersionedChange {
  if (kind === 'post' || channel.lastSeq === 0) return channel.post();
  return channel[kind](1 + (which % channel.lastSeq));
}

function announce(): void {
  client.heardVersion = Math.max(client.heardVersion, client.channel.version);
  client.conversations.announced([ID]);
}

/** Answers may take longer than the next steps: what they do overlaps. */
function act(one: Step, late: VersionedChange[]): Promise<void> {
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
  if (one.do === 'reconnect') conversations.reconnected(new Set([ID]));
  return Promise.resolve();
}

describe('whatever is shuffled, doubled or lost', () => {
  it('ends equal to a fresh fetch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(12),
        fc.array(fc.tuple(step, latency, latency, fc.nat(30)), { maxLength: 40, size: 'max' }),
        async (before, steps) => {
          client = new FakeClient();
          client.post(before);
          client.heardVersion = before;
          await client.open();
          const late: VersionedChange[] = [];
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
