import { RedisConnections } from '../cluster/redis-connections.js';

/** Milliseconds: in a compose file Redis may start together with Hearth. */
const PATIENCE = 10_000;

/** At the start a Redis that does not answer is a wrong setting; later it may come and go. Throws a StartupError. */
export async function requireRedis(url: string | undefined): Promise<void> {
  if (!url) return;
  const redis = new RedisConnections(url, () => undefined);
  try {
    await redis.untilReady(PATIENCE);
  } finally {
    redis.close();
  }
}
