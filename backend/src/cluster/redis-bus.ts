import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Bus, type BusEvents, type BusTopic } from './bus.js';
import { LocalBus } from './local-bus.js';

const CHANNEL = 'hearth:bus';

interface Envelope {
  from: string;
  topic: BusTopic;
  news: BusEvents[BusTopic];
}

/** The bus of many nodes, over Redis publish and subscribe. */
export class RedisBus extends Bus {
  private readonly node = randomUUID();
  private readonly local = new LocalBus();
  private readonly restored: (() => void | Promise<void>)[] = [];

  constructor(
    private readonly publisher: Redis,
    private readonly subscriber: Redis,
    private readonly onFault: (fault: unknown) => void,
  ) {
    super();
    subscriber.on('message', (channel: string, text: string) => {
      if (channel === CHANNEL) this.receive(text);
    });
  }

  async start(): Promise<void> {
    await this.subscriber.subscribe(CHANNEL);
    // ioredis subscribes again by itself before it says `ready`.
    this.subscriber.on('ready', () => {
      for (const listener of this.restored) Promise.resolve(listener()).catch(this.onFault);
    });
  }

  async publish<T extends BusTopic>(topic: T, news: BusEvents[T]): Promise<void> {
    await this.local.publish(topic, news);
    const envelope: Envelope = { from: this.node, topic, news };
    // Not awaited: a broker that is away must not hold up what has been committed. The other nodes recover when it is back.
    this.publisher.publish(CHANNEL, JSON.stringify(envelope)).catch(this.onFault);
  }

  subscribe<T extends BusTopic>(topic: T, listener: (news: BusEvents[T]) => void | Promise<void>): void {
    this.local.subscribe(topic, listener);
  }

  onRestored(listener: () => void | Promise<void>): void {
    this.restored.push(listener);
  }

  private receive(text: string): void {
    const envelope = JSON.parse(text) as Envelope;
    if (envelope.from === this.node) return;
    this.local.publish(envelope.topic, envelope.news).catch(this.onFault);
  }
}
