import type { Join, Origin, UserSummary } from '@hearth/contract';

/** As the driver returns it. */
export interface JoinRow {
  id: string;
  userId: string;
  inviterId: string | null;
  inviteCode: string | null;
  joinedAt: Date;
  isMember: boolean;
}

export interface OriginRow {
  userId: bigint;
  inviterId: bigint | null;
  inviteCode: string | null;
}

/** @param people by id */
export const presentOrigin = ({ userId, inviterId, inviteCode }: OriginRow, people: ReadonlyMap<string, UserSummary>): Origin => ({
  userId: userId.toString(),
  inviter: (inviterId !== null && people.get(inviterId.toString())) || null,
  inviteCode,
});

/** Of those whose accounts are still there. @param people by id */
export function presentJoin({ userId, inviterId, joinedAt, ...join }: JoinRow, people: ReadonlyMap<string, UserSummary>): Join[] {
  const user = people.get(userId);
  const inviter = (inviterId !== null && people.get(inviterId)) || null;
  return user ? [{ ...join, user, inviter, joinedAt: joinedAt.toISOString() }] : [];
}
