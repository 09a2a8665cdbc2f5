import { channelResolver, serverPermissions } from '@hearth/contract';
import type { Place } from './visibility-change.js';

/**
 * Whether a change of rules or roles would let a member do what they could not do before, in the server or in any of its channels.
 *
 * @param now Unix time in milliseconds, for what ends by itself
 */
export function gains(before: Place, after: Place, now: number): boolean {
  const inServer = serverPermissions(after.rules.server, after.member, now) & ~serverPermissions(before.rules.server, before.member, now);
  if (inServer !== 0n) return true;
  const was = channelResolver(before.rules.server, before.member, now);
  const is = channelResolver(after.rules.server, after.member, now);
  return [...after.rules.channels].some(([id, { overwrites }]) => {
    const held = was(before.rules.channels.get(id)?.overwrites ?? []);
    return (is(overwrites) & ~held) !== 0n;
  });
}
