import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, NetworkError } from '@/api';
import type { Message } from '@hearth/contract';
import type { VersionedChange } from './cache';
import { FakeChannel } from './fake-channel';
import { FakeClient, ID } from './fake-client';

let client: FakeClient;
const seqs = () => client.held?.messages.map(({ seq }) => seq);

beforeEach(() => {
  client = new FakeClient();
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
    client.conversations.reconnected(new Set([ID]));
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
    const [first, second] = client.post(2) as [VersionedChange, VersionedChange];
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
    client.conversations.reconnected(new Set([ID]));
    await client.clock.advance(5);
    client.hear(client.channel.post());
    expect(seqs()).toEqual([1, 2, 3]);
    await client.clock.advance(60_000);
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('keeps a mark that was set while changes were on their way', async () => {
    client.post(3);
    await client.open();
    client.channel.edit(2);
    client.conversations.reconnected(new Set());
    client.conversations.mark(ID, { seq: 2, starred: true, hidden: false });
    await client.clock.advance(60_000);
    expect(client.held?.messages[1]).toEqual({ ...client.channel.messages[1], starred: true });
  });

  it('asks after a connection that told nothing of the channel', async () => {
    client.post(3);
    await client.open();
    client.channel.edit(2);
    client.conversations.reconnected(new Set());
    await client.clock.advance(60_000);
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('shows an own message at once, also during a catch-up', async () => {
    client.post(3);
    await client.open();
    client.post(6);
    client.heardVersion = client.channel.version;
    client.conversations.reconnected(new Set([ID]));
    client.channel.post();
    client.conversations.acknowledge(client.channel.messages.at(-1) as Message);
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
