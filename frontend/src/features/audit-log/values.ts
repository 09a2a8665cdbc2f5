import { type AuditChange, type PermissionName, hasPermission, permissionNames } from '@hearth/contract';

export type Json = AuditChange['before'];

/** How the values of a change are to be read. What is not here says nothing to people, and is left out. */
export const kinds = {
  name: 'text',
  description: 'text',
  topic: 'text',
  nickname: 'text',
  resolution: 'text',
  reason: 'text',
  follower: 'text',
  rule: 'text',
  matched: 'text',
  owner: 'text',
  rules: 'texts',
  authors: 'texts',
  tags: 'texts',
  keywords: 'texts',
  patterns: 'texts',
  allowed: 'texts',
  hoist: 'switch',
  mentionable: 'switch',
  locked: 'switch',
  archived: 'switch',
  pinned: 'switch',
  enabled: 'switch',
  deleteMessages: 'switch',
  revertChanges: 'switch',
  slowmode: 'seconds',
  minAccountAge: 'seconds',
  deleteMessageSeconds: 'seconds',
  autoArchive: 'minutes',
  timeoutUntil: 'time',
  expiresAt: 'time',
  until: 'time',
  since: 'time',
  maxUses: 'number',
  messages: 'number',
  members: 'number',
  users: 'number',
  color: 'color',
  icon: 'picture',
  banner: 'picture',
  parentId: 'channel',
  channelId: 'channel',
  channel: 'channel',
  permissions: 'permissions',
  overwrites: 'overwrites',
  roles: 'role',
  type: 'choice',
  verificationLevel: 'choice',
  status: 'choice',
  sort: 'choice',
  removeMembers: 'choice',
} as const;

export type KnownKey = keyof typeof kinds;
export const isKnownKey = (key: string): key is KnownKey => Object.hasOwn(kinds, key);

/** As permissions stand in an entry: bits in decimal digits. */
const bitsOf = (value: Json): bigint => (typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : 0n);

const namesIn = (bits: bigint): PermissionName[] => permissionNames.filter((name) => hasPermission(bits, name));

export interface PermissionChange {
  added: PermissionName[];
  removed: PermissionName[];
}

export const permissionChange = (before: Json, after: Json): PermissionChange => ({
  added: namesIn(bitsOf(after) & ~bitsOf(before)),
  removed: namesIn(bitsOf(before) & ~bitsOf(after)),
});

interface OverwriteValue {
  type: 'ROLE' | 'MEMBER';
  targetId: string;
  allow: string;
  deny: string;
}

const overwritesIn = (value: Json): OverwriteValue[] =>
  Array.isArray(value) ? value.filter((entry) => isOverwrite(entry)).map((entry) => entry as unknown as OverwriteValue) : [];

const isOverwrite = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'targetId' in value && 'allow' in value && 'deny' in value;

export interface OverwriteChange {
  type: 'ROLE' | 'MEMBER';
  targetId: string;
  allowed: PermissionName[];
  denied: PermissionName[];
  /** Neither allowed nor denied any more. */
  cleared: PermissionName[];
}

const overwriteKey = /^(ROLE|MEMBER):(\d+)$/;

/** An act on overwrites names each by `ROLE:id` or `MEMBER:id`: here they are one change, as they are of a new channel. */
export function gatherOverwrites(changes: readonly AuditChange[]): AuditChange[] {
  const isOne = ({ key }: AuditChange) => overwriteKey.test(key);
  const named = changes.filter(isOne).map(({ key, ...values }) => ({ target: overwriteKey.exec(key), ...values }));
  if (named.length === 0) return [...changes];
  const side = (of: 'before' | 'after'): Json =>
    named.flatMap(({ target, [of]: bits }) =>
      typeof bits === 'object' && bits !== null && target ? [{ ...bits, type: target[1] ?? '', targetId: target[2] ?? '' }] : [],
    );
  return [...changes.filter((change) => !isOne(change)), { key: 'overwrites', before: side('before'), after: side('after') }];
}

/** What became different for each role or member. */
export function overwriteChanges(before: Json, after: Json): OverwriteChange[] {
  const [was, is] = [overwritesIn(before), overwritesIn(after)];
  const targets = new Map([...was, ...is].map(({ targetId, type }) => [targetId, type]));
  return [...targets].flatMap(([targetId, type]) => {
    const find = (list: OverwriteValue[]) => list.find((overwrite) => overwrite.targetId === targetId) ?? { allow: '0', deny: '0' };
    const [old, now] = [find(was), find(is)];
    const allow = permissionChange(old.allow, now.allow);
    const deny = permissionChange(old.deny, now.deny);
    const decided = new Set([...allow.added, ...deny.added]);
    const cleared = [...allow.removed, ...deny.removed].filter((name) => !decided.has(name));
    if (decided.size + cleared.length === 0) return [];
    return [{ type, targetId, allowed: allow.added, denied: deny.added, cleared }];
  });
}

export const textsIn = (value: Json): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/** A role as an entry names it. */
export const roleNameIn = (value: Json): string | null =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value['name'] === 'string' ? value['name'] : null;
