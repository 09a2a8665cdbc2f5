import { Bus, type BusEvents, type BusTopic } from './bus.js';

type AnyListener = (news: never) => void | Promise<void>;

/** The bus of a single node: a call of each listener. */
export class LocalBus extends Bus {
  private readonly listeners = new Map<BusTopic, AnyListener[]>();

  async publish<T extends BusTopic>(topic: T, news: BusEvents[T]): Promise<void> {
    const listeners = this.listeners.get(topic) ?? [];
    await Promise.all(listeners.map(async (listener) => listener(news as never)));
  }

  subscribe<T extends BusTopic>(topic: T, listener: (news: BusEvents[T]) => void | Promise<void>): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  onRestored(): void {
    // One process loses nothing.
  }
}
