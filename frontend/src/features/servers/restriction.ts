import { isRestricted, verifiedAt } from '@hearth/contract';
import { useUntil } from '@/lib/use-seconds-left';
import type { HeldServer } from './cache';
import { memberInBits, serverInBits } from './in-bits';

/** Why somebody may only read for now; `until` is Unix time in milliseconds, null while it does not end by itself. */
export interface Restriction {
  kind: 'PENDING' | 'TIMEOUT' | 'UNVERIFIED';
  until: number | null;
}

/** What holds the signed-in user back in a server, the longest-lasting first. */
export function restrictionIn(server: HeldServer, now: number): Restriction | null {
  // Rows of lists ask, and hardly anybody is held back.
  if (server.me.timeoutUntil === null && !server.me.pending && server.verificationLevel === 'NONE') return null;
  const [rules, member] = [serverInBits(server), memberInBits(server.me)];
  if (!isRestricted(rules, member, now)) return null;
  if (member.timeoutUntil !== null && member.timeoutUntil > now) return { kind: 'TIMEOUT', until: member.timeoutUntil };
  if (member.pending) return { kind: 'PENDING', until: null };
  return { kind: 'UNVERIFIED', until: verifiedAt(rules, member) };
}

const restrictionNow = (server: HeldServer) => restrictionIn(server, Date.now());

const endNow = (server: HeldServer | undefined): number | null => (server && restrictionNow(server)?.until) ?? null;

/** When what holds the signed-in user back ends by itself, in Unix time in milliseconds; null while nothing does. Renders when it has ended. */
export const useRestrictionEnd = (server: HeldServer | undefined): number | null => useUntil(endNow(server), () => endNow(server));

/** Whether something holds the signed-in user back; outside of servers nothing does. */
export function useIsRestricted(server: HeldServer | undefined): boolean {
  useRestrictionEnd(server);
  return server !== undefined && restrictionNow(server) !== null;
}

/** What holds the signed-in user back, and nothing more once its time is over. */
export function useRestriction(server: HeldServer): Restriction | null {
  useRestrictionEnd(server);
  return restrictionNow(server);
}
