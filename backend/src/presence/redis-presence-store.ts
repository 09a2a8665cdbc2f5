import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { PresenceStore, strongest, type Activity } from './presence-store.js';

/** Sorted set of nodes by the time of their last heartbeat, in milliseconds of Redis' clock. */
const NODES = 'hearth:presence:nodes';
const usersOf = (node: string) => `hearth:presence:node:${node}`;

export interface PresenceTimes {
  /** Milliseconds between heartbeats of a node. */
  heartbeat: number;
  /** After this many milliseconds without one a node counts as dead. */
  dead: number;
}

const DEFAULT_TIMES: PresenceTimes = { heartbeat: 5_000, dead: 20_000 };

/**
 * One hash a node, from user to activity, and a heartbeat a node: a node that dies takes its whole hash out of account, and whichever
 * node notices first says so. While Redis is away each node goes by what it knows itself.
 */
export class RedisPresenceStore extends PresenceStore {
  private readonly node = randomUUID();
  private readonly own = new Map<string, Activity>();
  private readonly lost: ((userIds: string[]) => void)[] = [];
  private readonly restored: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly redis: Redis,
    private readonly onFault: (fault: unknown) => void,
    private readonly times: PresenceTimes = DEFAULT_TIMES,
  ) {
    super();
  }

  async start(): Promise<void> {
    await this.write();
    this.timer = setInterval(() => void this.beat(), this.times.heartbeat);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.redis.multi().zrem(NODES, this.node).del(usersOf(this.node)).exec().catch(this.onFault);
  }

  /** Writes again all that this node knows, after Redis has come back, perhaps empty. Where that fails, a heartbeat does it. */
  async restore(): Promise<void> {
    if (!(await this.write())) return;
    for (const listener of this.restored) listener();
  }

  /** Called when what this node knows has been written again: whoever looked before did not see it. */
  onRestored(listener: () => void): void {
    this.restored.push(listener);
  }

  async set(userId: string, activity: Activity | null): Promise<void> {
    if (activity) this.own.set(userId, activity);
    else this.own.delete(userId);
    try {
      await (activity ? this.redis.hset(usersOf(this.node), userId, activity) : this.redis.hdel(usersOf(this.node), userId));
    } catch (fault) {
      this.onFault(fault);
    }
  }

  async get(userIds: string[]): Promise<Map<string, Activity>> {
    const found = new Map<string, Activity>();
    const add = (userId: string, activity: Activity) => found.set(userId, strongest(found.get(userId), activity));
    for (const userId of userIds) {
      const activity = this.own.get(userId);
      if (activity) add(userId, activity);
    }
    if (userIds.length === 0) return found;
    for (const activities of await this.onOtherNodes(userIds)) {
      activities.forEach((activity, index) => {
        const userId = userIds[index];
        if (userId && activity) add(userId, activity as Activity);
      });
    }
    return found;
  }

  onLost(listener: (userIds: string[]) => void): void {
    this.lost.push(listener);
  }

  /** False when Redis did not take it. */
  private async write(): Promise<boolean> {
    try {
      const write = this.redis.multi().del(usersOf(this.node));
      if (this.own.size > 0) write.hset(usersOf(this.node), Object.fromEntries(this.own));
      await write.exec();
      await this.sayAlive();
      return true;
    } catch (fault) {
      this.onFault(fault);
      return false;
    }
  }

  private async onOtherNodes(userIds: string[]): Promise<(string | null)[][]> {
    try {
      const alive = await this.redis.zrangebyscore(NODES, (await this.time()) - this.times.dead, '+inf');
      const others = alive.filter((node) => node !== this.node);
      return await Promise.all(others.map((node) => this.redis.hmget(usersOf(node), ...userIds)));
    } catch (fault) {
      this.onFault(fault);
      return [];
    }
  }

  private async beat(): Promise<void> {
    if (this.redis.status !== 'ready') return;
    try {
      // Counted as dead after too long a pause, its users are gone from Redis: they are written again.
      if (await this.sayAlive()) await this.restore();
      const dead = await this.redis.zrangebyscore(NODES, '-inf', (await this.time()) - this.times.dead);
      for (const node of dead) await this.bury(node);
    } catch (fault) {
      this.onFault(fault);
    }
  }

  private async bury(node: string): Promise<void> {
    // Only one node removes it, and that one speaks for its users.
    if ((await this.redis.zrem(NODES, node)) === 0) return;
    const userIds = await this.redis.hkeys(usersOf(node));
    await this.redis.del(usersOf(node));
    for (const listener of this.lost) listener(userIds);
  }

  /** True when the node was not in the list. */
  private async sayAlive(): Promise<boolean> {
    return Number(await this.redis.zadd(NODES, await this.time(), this.node)) === 1;
  }

  private async time(): Promise<number> {
    const [seconds, micros] = await this.redis.time();
    return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
  }
}
