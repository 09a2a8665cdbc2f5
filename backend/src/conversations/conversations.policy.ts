/** Of the two people of a DM one key, whoever asks: the smaller id first. */
export const dmKey = (userId: string, otherId: string): string =>
  BigInt(userId) < BigInt(otherId) ? `${userId}:${otherId}` : `${otherId}:${userId}`;

interface Group {
  ownerId: string | null;
  /** Those who are in it longest first. */
  recipientIds: readonly string[];
}

/** Everybody may leave; only the owner may make others go. */
export const canRemove = (callerId: string, userId: string, { ownerId }: Group): boolean => callerId === userId || callerId === ownerId;

/** Who runs a group after somebody has gone; null when nobody is left. */
export function ownerAfter(goneId: string, { ownerId, recipientIds }: Group): string | null {
  const left = recipientIds.filter((userId) => userId !== goneId);
  return ownerId !== null && left.includes(ownerId) ? ownerId : (left[0] ?? null);
}
