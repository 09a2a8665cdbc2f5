type Work = () => Promise<void>;

interface Lane<Item> {
  waiting: (Item | Work)[];
  running: boolean;
}

/**
 * One thing at a time in each channel, in the order of arrival, so that a node publishes a channel's versions in order. Items that wait
 * while something runs are handed over together; an idle lane waits for nothing.
 *
 * @param store takes a batch; it settles every item by itself and never throws
 */
export class ChannelLanes<Item extends object> {
  private readonly lanes = new Map<string, Lane<Item>>();

  constructor(
    private readonly store: (channelId: string, items: Item[]) => Promise<void>,
    private readonly maxBatch: number,
  ) {}

  add(channelId: string, item: Item): void {
    this.enqueue(channelId, item);
  }

  run<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.enqueue(channelId, () => work().then(resolve, reject));
    });
  }

  /** Resolves when nothing waits or runs any more. */
  async idle(): Promise<void> {
    while (this.lanes.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private enqueue(channelId: string, entry: Item | Work): void {
    const lane = this.lanes.get(channelId) ?? { waiting: [], running: false };
    this.lanes.set(channelId, lane);
    lane.waiting.push(entry);
    if (!lane.running) void this.drain(channelId, lane);
  }

  private async drain(channelId: string, lane: Lane<Item>): Promise<void> {
    lane.running = true;
    while (lane.waiting.length > 0) {
      const [head] = lane.waiting;
      if (typeof head === 'function') {
        lane.waiting.shift();
        await head();
      } else {
        await this.store(channelId, this.takeBatch(lane));
      }
    }
    this.lanes.delete(channelId);
  }

  private takeBatch(lane: Lane<Item>): Item[] {
    const firstWork = lane.waiting.findIndex((entry) => typeof entry === 'function');
    const end = Math.min(firstWork === -1 ? lane.waiting.length : firstWork, this.maxBatch);
    return lane.waiting.splice(0, end) as Item[];
  }
}
