import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClient } from './fake-client';
import { foldHeard, fromKept, toKept } from './kept-windows';

let client: FakeClient;

beforeEach(() => {
  client = new FakeClient();
});

/** What the next page takes up, without a connection. */
function keepAndForget(): void {
  const kept = client.held && toKept(client.held);
  client.held = undefined;
  if (kept) client.held = client.conversations.recall(fromKept({ ...kept, at: 0 }));
}

describe('what was kept of a channel', () => {
  it('is caught up with from where it stood', async () => {
    client.post(4);
    await client.open();
    keepAndForget();
    client.channel.post();
    client.channel.edit(2);
    client.channel.remove(1);
    await client.reconnect();
    expect(client.held?.messages).toEqual(client.channel.messages);
    expect(client.asked.slice(1)).toEqual(['changes 4']);
  });

  it('is dropped where too much came since', async () => {
    client.post(4);
    await client.open();
    keepAndForget();
    for (let time = 0; time < 30; time += 1) client.channel.post();
    await client.reconnect();
    expect(client.held?.messages).toEqual(client.channel.messages.slice(-5));
  });

  it('and was added to unseen is caught up with as if it had been held', async () => {
    client.post(4);
    await client.open();
    const kept = client.held && toKept(client.held);
    client.held = undefined;
    const heard = [client.channel.post(), client.channel.edit(2)].map((change) => ({ change, isNewest: true }));
    // Of this one nobody heard.
    client.channel.edit(3);
    const last = { change: client.channel.post(), isNewest: true };
    const folded = kept && foldHeard({ ...kept, at: 0 }, [...heard, last]);
    expect(folded?.version).toBe(6);
    client.held = folded ? client.conversations.recall(fromKept({ ...folded, at: 0 })) : undefined;
    await client.reconnect();
    expect(client.held?.messages).toEqual(client.channel.messages);
  });

  it('takes on what the reader marked on another device', async () => {
    client.post(4);
    await client.open();
    const kept = client.held && toKept(client.held);
    const hidden = { change: { mark: { seq: 2, starred: false, hidden: true } }, isNewest: false };
    const folded = kept && foldHeard({ ...kept, at: 0 }, [hidden]);
    expect(folded?.messages.filter((message) => message.hidden).map(({ seq }) => seq)).toEqual([2]);
    expect(folded?.version).toBe(kept?.version);
    expect(foldHeard(null, [hidden])).toBeNull();
  });
});
