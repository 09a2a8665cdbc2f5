import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits, type Draft, type Problem } from '@hearth/contract';
import { ApiError, NetworkError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { without } from '@/lib/without';
import type { Drafts } from './cache';
import { DraftSync } from './draft-sync';
import type { Written } from './written-store';

const ID = '1';
const LATENCY = 20;
const SETTLED = 1_000 + 3 * LATENCY;

/** An account on the server, and its devices, each of which hears of everything. */
class FakeAccount {
  readonly clock = new FakeClock();
  readonly devices: FakeDevice[] = [];
  drafts: Drafts = {};

  save(channelId: string, { content, replyToId }: { content: string; replyToId: string | null }): Draft {
    const draft = { channelId, content, replyToId, updatedAt: new Date(this.clock.now()).toISOString() };
    const wasThere = channelId in this.drafts;
    this.drafts = content === '' ? without(this.drafts, channelId) : { ...this.drafts, [channelId]: draft };
    if (content !== '' || wasThere) for (const device of this.devices) this.clock.after(LATENCY, () => device.hear(draft));
    return draft;
  }

  device(): FakeDevice {
    const device = new FakeDevice(this);
    this.devices.push(device);
    return device;
  }
}

class FakeDevice {
  held: Drafts = {};
  written: Readonly<Record<string, Written>> = {};
  isOnline = true;
  refusal: Error | null = null;
  saves = 0;
  readonly sync: DraftSync;

  constructor(private readonly account: FakeAccount) {
    this.sync = new DraftSync({
      clock: account.clock,
      save: (channelId, draft) => this.save(channelId, draft),
      held: () => this.held,
      hold: (drafts) => (this.held = drafts),
      written: () => this.written,
      setWritten: (channelId, one) => (this.written = one ? { ...this.written, [channelId]: one } : without(this.written, channelId)),
    });
  }

  get text(): string {
    return this.written[ID]?.text ?? this.held[ID]?.content ?? '';
  }

  hear(draft: Draft): void {
    if (this.isOnline) this.sync.receive(draft);
  }

  reconnect(): void {
    this.isOnline = true;
    this.sync.resume(Object.values(this.account.drafts));
  }

  private save(channelId: string, draft: { content: string; replyToId: string | null }): Promise<Draft> {
    const { clock } = this.account;
    this.saves += 1;
    return new Promise((resolve, reject) => {
      clock.after(LATENCY, () => {
        if (!this.isOnline) return reject(new NetworkError('no network'));
        if (this.refusal) return reject(this.refusal);
        const saved = this.account.save(channelId, draft);
        clock.after(LATENCY, () => resolve(saved));
      });
    });
  }
}

const refusal = (code: Problem['code'], status: number) => new ApiError({ type: '', title: '', status, code, detail: '', requestId: '' });

let account: FakeAccount;
let desk: FakeDevice;
let phone: FakeDevice;

const pass = (ms = SETTLED) => account.clock.advance(ms);
const kept = () => account.drafts[ID]?.content;

beforeEach(() => {
  account = new FakeAccount();
  desk = account.device();
  phone = account.device();
});

describe('what is written', () => {
  it('is saved a second after the last key, and is on the other device', async () => {
    desk.sync.write(ID, 'he', true);
    await pass(900);
    desk.sync.write(ID, 'hello', true);
    await pass(900);
    expect(desk.saves).toBe(0);
    await pass();
    expect([desk.saves, kept(), phone.text]).toEqual([1, 'hello', 'hello']);
  });

  it('is saved at once when the field is left, or the tab', async () => {
    desk.sync.write(ID, 'one', true);
    desk.sync.leave(ID);
    await pass(100);
    expect(kept()).toBe('one');
    desk.sync.write(ID, 'two', true);
    desk.sync.flush();
    await pass(100);
    expect(kept()).toBe('two');
  });

  it('that goes on while it is being saved, is saved after that', async () => {
    desk.sync.write(ID, 'one', true);
    desk.sync.flush();
    desk.sync.write(ID, 'two', true);
    desk.sync.flush();
    await pass();
    expect([kept(), desk.text, phone.text]).toEqual(['two', 'two', 'two']);
  });

  it('and sent before it was saved, asks the server nothing', async () => {
    desk.sync.write(ID, 'quick', true);
    desk.sync.write(ID, '');
    await pass();
    expect([desk.saves, desk.text]).toEqual([0, '']);
  });

  it('says which message it answers, also when that changes', async () => {
    desk.sync.answer(ID, '42');
    desk.sync.write(ID, 'yes', true);
    desk.sync.answer(ID, '42');
    await pass();
    expect(account.drafts[ID]).toMatchObject({ content: 'yes', replyToId: '42' });
    desk.sync.answer(ID, '42');
    await pass();
    expect(desk.saves).toBe(1);
    desk.sync.answer(ID, null);
    await pass();
    expect([phone.held[ID]?.replyToId, desk.saves]).toEqual([null, 2]);
  });

  it('that is too long stays here', async () => {
    const text = 'x'.repeat(limits.content + 1);
    desk.sync.write(ID, text, true);
    await pass();
    expect([desk.saves, desk.text]).toEqual([0, text]);
  });

  it('and refused stays here; where the channel is gone it goes too', async () => {
    desk.refusal = refusal('LIMIT_REACHED', 409);
    desk.sync.write(ID, 'words');
    await pass();
    expect(desk.text).toBe('words');
    desk.refusal = refusal('NOT_FOUND', 404);
    desk.sync.flush();
    await pass();
    expect(desk.text).toBe('');
  });

  it('is saved again by itself where the server was in trouble', async () => {
    desk.refusal = refusal('UNAVAILABLE', 503);
    desk.sync.write(ID, 'words');
    await pass();
    desk.refusal = null;
    await pass(20_000);
    expect(kept()).toBe('words');
  });

  it('keeps what it answers', async () => {
    account.save(ID, { content: 'a reply', replyToId: '42' });
    await pass(100);
    desk.sync.write(ID, 'a longer reply', true);
    await pass();
    expect(account.drafts[ID]).toMatchObject({ content: 'a longer reply', replyToId: '42' });
  });
});

describe('a message that is sent', () => {
  it('takes the draft from all devices at once, also under the hands of somebody', async () => {
    phone.sync.write(ID, 'hello', true);
    await pass();
    expect(desk.text).toBe('hello');
    desk.sync.write(ID, '');
    await pass(100);
    expect([kept(), desk.text, phone.text]).toEqual([undefined, '', '']);
  });

  it('leaves what is written further on the other device', async () => {
    desk.sync.write(ID, 'hello', true);
    await pass();
    phone.sync.write(ID, 'hello and more', true);
    desk.sync.write(ID, '');
    await pass();
    expect([kept(), phone.text]).toEqual(['hello and more', 'hello and more']);
  });

  it('while its draft is being saved, leaves none', async () => {
    desk.sync.write(ID, 'hello', true);
    desk.sync.flush();
    await pass(10);
    desk.sync.write(ID, '');
    await pass();
    expect([kept(), desk.text, phone.text]).toEqual([undefined, '', '']);
  });
});

describe('two devices', () => {
  it('show what was saved last', async () => {
    desk.sync.write(ID, 'desk', true);
    desk.sync.leave(ID);
    await pass(5);
    phone.sync.write(ID, 'phone', true);
    phone.sync.leave(ID);
    await pass();
    expect([kept(), desk.text, phone.text]).toEqual(['phone', 'phone', 'phone']);
  });

  it('change nothing under the hands of whoever types, until the field is left', async () => {
    desk.sync.write(ID, 'desk', true);
    await pass();
    phone.sync.write(ID, 'phone', true);
    await pass();
    expect([desk.text, kept()]).toEqual(['desk', 'phone']);
    desk.sync.leave(ID);
    expect(desk.text).toBe('phone');
  });

  it('end with what whoever types writes next', async () => {
    desk.sync.write(ID, 'desk', true);
    await pass();
    phone.sync.write(ID, 'phone');
    await pass();
    desk.sync.write(ID, 'desk again', true);
    await pass();
    expect([kept(), desk.text, phone.text]).toEqual(['desk again', 'desk again', 'desk again']);
  });

  it('pass over news that is older than what they know', () => {
    const at = (second: number) => new Date(second * 1_000).toISOString();
    desk.sync.receive({ channelId: ID, content: '', replyToId: null, updatedAt: at(2) });
    desk.sync.receive({ channelId: ID, content: 'old', replyToId: null, updatedAt: at(1) });
    expect(desk.text).toBe('');
  });
});

describe('without network', () => {
  beforeEach(() => {
    desk.isOnline = false;
  });

  it('it stays here, and is saved when the connection is back', async () => {
    desk.sync.write(ID, 'written in a tunnel', true);
    await pass();
    expect([kept(), desk.text]).toEqual([undefined, 'written in a tunnel']);
    desk.reconnect();
    await pass();
    expect([kept(), phone.text]).toEqual(['written in a tunnel', 'written in a tunnel']);
  });

  it('what another device wrote later holds', async () => {
    desk.sync.write(ID, 'early', true);
    desk.sync.leave(ID);
    await pass();
    phone.sync.write(ID, 'late', true);
    await pass();
    desk.reconnect();
    await pass();
    expect([kept(), desk.text]).toEqual(['late', 'late']);
  });

  it('what was written here later holds', async () => {
    phone.sync.write(ID, 'early', true);
    phone.sync.leave(ID);
    await pass();
    desk.sync.write(ID, 'late', true);
    await pass();
    desk.reconnect();
    await pass();
    expect([kept(), phone.text]).toEqual(['late', 'late']);
  });

  it('what was sent elsewhere is gone with the connection', async () => {
    desk.isOnline = true;
    desk.sync.write(ID, 'hello', true);
    desk.sync.leave(ID);
    await pass();
    desk.isOnline = false;
    phone.sync.write(ID, '');
    await pass();
    expect(desk.text).toBe('hello');
    desk.reconnect();
    await pass();
    expect([kept(), desk.text]).toEqual([undefined, '']);
  });
});

it('forgets what was written in a channel that is gone', async () => {
  desk.sync.write(ID, 'hello', true);
  await pass();
  desk.sync.forget(ID);
  expect([desk.held, desk.written]).toEqual([{}, {}]);
});
