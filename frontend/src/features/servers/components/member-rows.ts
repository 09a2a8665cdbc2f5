import type { Member } from '@hearth/contract';

export type MemberRow =
  | { kind: 'heading'; key: string; group: 'online' | 'offline'; count: number }
  | { kind: 'member'; key: string; member: Member; isPresent: boolean };

export const nameOf = (member: Member): string => member.nickname ?? member.user.displayName;

const byName = (a: Member, b: Member): number => nameOf(a).localeCompare(nameOf(b)) || (BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1);

function group(members: readonly Member[], isPresent: boolean): MemberRow[] {
  if (members.length === 0) return [];
  const name = isPresent ? 'online' : 'offline';
  return [
    { kind: 'heading', key: name, group: name, count: members.length },
    ...members.toSorted(byName).map((member): MemberRow => ({ kind: 'member', key: member.user.id, member, isPresent })),
  ];
}

/** Those who are here, by name, then the others. */
export function memberRows(members: readonly Member[], present: ReadonlySet<string>): MemberRow[] {
  return [
    ...group(
      members.filter(({ user }) => present.has(user.id)),
      true,
    ),
    ...group(
      members.filter(({ user }) => !present.has(user.id)),
      false,
    ),
  ];
}
