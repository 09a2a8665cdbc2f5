import type { Changes } from '@hearth/contract';
import { FakeClock } from '@/api/fake-clock';
import type { Conversation, VersionedChange, MessagePage } from './cache';
import { Conversations } from './conversations';
import { FakeChannel } from './fake-channel';

export const ID = '1';

/** A client of one channel: its answers take time, and the moment at which the server makes them is anywhere in between. */
export class FakeClient {
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
  hear(change: VersionedChange): void {
    this.heardVersion = Math.max(this.heardVersion, change.version);
    this.conversations.receive(ID, [change]);
  }

  /** As `ready` does. */
  async reconnect(): Promise<void> {
    this.heardVersion = this.channel.version;
    this.conversations.reconnected(new Set([ID]));
    await this.clock.advance(60_000);
  }

  post(count: number): VersionedChange[] {
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
