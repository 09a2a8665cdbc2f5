/** An overwrite with its bits in either form. */
interface AnyOverwrite {
  targetId: string;
  type: 'ROLE' | 'MEMBER';
  allow: bigint | string;
  deny: bigint | string;
}

const textOf = ({ targetId, type, allow, deny }: AnyOverwrite): string => `${type} ${targetId} ${allow.toString()} ${deny.toString()}`;

/** Whether two channels have the same overwrites, in whatever order: a channel that is in sync with its category follows it. */
export function areInSync(one: readonly AnyOverwrite[], other: readonly AnyOverwrite[]): boolean {
  const others = new Set(other.map(textOf));
  return one.length === other.length && one.every((overwrite) => others.has(textOf(overwrite)));
}
