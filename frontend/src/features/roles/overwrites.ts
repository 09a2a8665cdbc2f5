import { type Channel, type PermissionName, hasPermission, permissionBits } from '@hearth/contract';

export type Overwrite = Channel['overwrites'][number];
export type TargetType = Overwrite['type'];
export type Decision = 'deny' | 'inherit' | 'allow';

export interface Target {
  id: string;
  type: TargetType;
}

const byTarget = (a: Overwrite, b: Overwrite): number => (BigInt(a.targetId) < BigInt(b.targetId) ? -1 : 1);

const saysSomething = ({ allow, deny }: Overwrite): boolean => allow !== '0' || deny !== '0';

/** In an order of their own and without those that say nothing: equal lists mean the same. */
export const normalOverwrites = (overwrites: readonly Overwrite[]): Overwrite[] => overwrites.filter(saysSomething).toSorted(byTarget);

export const meanTheSame = (a: readonly Overwrite[], b: readonly Overwrite[]): boolean =>
  JSON.stringify(normalOverwrites(a)) === JSON.stringify(normalOverwrites(b));

export function decisionOf(overwrites: readonly Overwrite[], targetId: string, permission: PermissionName): Decision {
  const own = overwrites.find((overwrite) => overwrite.targetId === targetId);
  if (!own) return 'inherit';
  if (hasPermission(BigInt(own.deny), permission)) return 'deny';
  return hasPermission(BigInt(own.allow), permission) ? 'allow' : 'inherit';
}

/** With another decision about one permission of one role or member. */
export function withDecision(
  overwrites: readonly Overwrite[],
  target: Target,
  permission: PermissionName,
  decision: Decision,
): Overwrite[] {
  const bit = permissionBits[permission];
  const before = overwrites.find(({ targetId }) => targetId === target.id) ?? emptyOverwrite(target);
  const [allow, deny] = [BigInt(before.allow) & ~bit, BigInt(before.deny) & ~bit];
  const after = {
    ...before,
    allow: (decision === 'allow' ? allow | bit : allow).toString(),
    deny: (decision === 'deny' ? deny | bit : deny).toString(),
  };
  return [...withoutTarget(overwrites, target.id), after].sort(byTarget);
}

const emptyOverwrite = ({ id, type }: Target): Overwrite => ({ targetId: id, type, allow: '0', deny: '0' });

export const withoutTarget = (overwrites: readonly Overwrite[], targetId: string): Overwrite[] =>
  overwrites.filter((overwrite) => overwrite.targetId !== targetId);

/** Not everybody may see it. */
export const isPrivate = (overwrites: readonly Overwrite[], everyoneId: string): boolean =>
  decisionOf(overwrites, everyoneId, 'VIEW_CHANNEL') === 'deny';

/** Who may see it although not everybody may. */
export const viewersOf = (overwrites: readonly Overwrite[], everyoneId: string): Target[] =>
  overwrites
    .filter(({ targetId }) => targetId !== everyoneId && decisionOf(overwrites, targetId, 'VIEW_CHANNEL') === 'allow')
    .map(({ targetId, type }) => ({ id: targetId, type }));

/** Hidden from everybody but these, or from nobody; what else is decided stays. */
export function withPrivacy(overwrites: readonly Overwrite[], everyoneId: string, viewers: readonly Target[] | null): Overwrite[] {
  const everyone: Target = { id: everyoneId, type: 'ROLE' };
  const before = viewersOf(overwrites, everyoneId);
  const gone = before.filter(({ id }) => !viewers?.some((viewer) => viewer.id === id));
  const changes: [Target, Decision][] = [
    [everyone, viewers ? 'deny' : 'inherit'],
    ...gone.map((target): [Target, Decision] => [target, 'inherit']),
    ...(viewers ?? []).map((target): [Target, Decision] => [target, 'allow']),
  ];
  return normalOverwrites(
    changes.reduce((list, [target, decision]) => withDecision(list, target, 'VIEW_CHANNEL', decision), [...overwrites]),
  );
}
