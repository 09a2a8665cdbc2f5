import type { ChosenStatus, Presence, PresenceStatus } from '@hearth/contract';
import type { PresenceFacts } from '../users/users.service.js';
import type { Activity } from './presence-store.js';

/** Invisible looks offline; a device at which somebody is makes `online` true, else it is `idle`. */
export function statusOf(chosen: ChosenStatus, activity: Activity | undefined): PresenceStatus {
  if (!activity || chosen === 'invisible') return 'offline';
  return chosen === 'online' && activity === 'idle' ? 'idle' : chosen;
}

/**
 * What others see of somebody. Who is offline says nothing, so that a new text does not give away who is invisible.
 *
 * @param now Unix time in milliseconds
 */
export function present(
  { userId, status: chosen, lastSeenAt, ...facts }: PresenceFacts,
  activity: Activity | undefined,
  now: number,
): Presence {
  const status = statusOf(chosen, activity);
  if (status === 'offline') return hidden(userId, lastSeenAt);
  const { statusText: text, statusExpiresAt: expires } = facts;
  if (expires && expires.getTime() <= now) return { ...hidden(userId), status };
  return { userId, status, lastSeenAt: null, text, textExpiresAt: text === '' ? null : (expires?.toISOString() ?? null) };
}

export const hidden = (userId: string, lastSeenAt: Date | null = null): Presence => ({
  userId,
  status: 'offline',
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
  text: '',
  textExpiresAt: null,
});

/** When somebody was last here is no news by itself. */
export const looksTheSame = (one: Presence, other: Presence): boolean =>
  one.status === other.status && one.text === other.text && one.textExpiresAt === other.textExpiresAt;
