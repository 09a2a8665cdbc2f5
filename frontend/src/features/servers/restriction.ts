import { isRestricted, verifiedAt } from '@hearth/contract';
import { useIsPast } from '@/lib/use-seconds-left';
import type { HeldServer } from './cache';
import { memberInBits, serverInBits } from './permissions';

/** Why somebody may only read for now; `until` is Unix time in milliseconds, null while it does not end by itself. */
export interface Restriction {
  kind: 'PENDING' | 'TIMEOUT' | 'UNVERIFIED';
  until: number | null;
}

/** What holds the signed-in user back in a server, the longest-lasting first. */
export function restrictionIn(server: HeldServer, now: number): Restriction | null {
  const [rules, member] = [serverInBits(server), memberInBits(server.me)];
  if (!isRestricted(rules, member, now)) return null;
  if (member.timeoutUntil !== null && member.timeoutUntil > now) return { kind: 'TIMEOUT', until: member.timeoutUntil };
  if (member.pending) return { kind: 'PENDING', until: null };
  return { kind: 'UNVERIFIED', until: verifiedAt(rules, member) };
}

const restrictionNow = (server: HeldServer) => restrictionIn(server, Date.now());

/** The same, and nothing more once its time is over. */
export function useRestriction(server: HeldServer): Restriction | null {
  const restriction = restrictionNow(server);
  const isOver = useIsPast(restriction?.until ?? null);
  return isOver ? null : restriction;
}
