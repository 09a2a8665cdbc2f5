import * as z from 'zod';
import { counter, id, timestamp } from './ids.js';
import { limits } from './limits.js';
import { member } from './servers.js';
import { presenceStatus } from './users.js';

/** Members under one heading: a hoisted role by its id, or what is shown of those without one. */
export const memberGroup = z.object({ id: z.union([id, z.enum(['online', 'offline'])]), count: counter }).meta({
  id: 'MemberGroup',
  description: 'The id of a hoisted role, `online` for the others who are here, `offline` for all who are not',
});
export type MemberGroup = z.infer<typeof memberGroup>;

export const memberRow = z
  .object({ member, status: presenceStatus, text: z.string(), textExpiresAt: timestamp.nullable() })
  .meta({ id: 'MemberRow', description: '`text` is empty while offline' });
export type MemberRow = z.infer<typeof memberRow>;

const blockIndex = z.number().int().min(0).max(limits.memberListIndex);

/** Rows that the block held before, from `from` on. */
const keptRows = z.tuple([z.number().int().min(0), z.number().int().min(1)]);
export type KeptRows = z.infer<typeof keptRows>;

/** The part of a member list on screen. Row `n` of the list is row `n % memberListBlock` of block `n / memberListBlock`. */
export const memberWindow = z
  .object({
    version: counter,
    total: counter,
    /** In the order in which they are shown; none is empty. */
    groups: z.array(memberGroup),
    blocks: z.array(z.object({ index: blockIndex, rows: z.array(memberRow) })),
  })
  .meta({ id: 'MemberWindow' });
export type MemberWindow = z.infer<typeof memberWindow>;

/** No blocks: the list is on no screen any more. */
export const watchMembers = z.object({
  serverId: id,
  channelId: id,
  blocks: z.array(blockIndex).max(limits.memberListBlocks),
});

/** What became of it: only blocks that changed, with what they held before by its place. */
export const memberWindowChange = z.object({
  serverId: id,
  channelId: id,
  version: counter,
  total: counter,
  groups: z.array(memberGroup),
  blocks: z.array(z.object({ index: blockIndex, rows: z.array(z.union([keptRows, memberRow])) })),
});
export type MemberWindowChange = z.infer<typeof memberWindowChange>;

/** `after` with rows that stood in `before` replaced by their places there. Rows are the same when they are the same object. */
export function packRows<T extends object>(before: readonly T[], after: readonly T[]): (T | KeptRows)[] {
  const places = new Map(before.map((row, index) => [row, index]));
  const packed: (T | KeptRows)[] = [];
  for (const row of after) {
    const place = places.get(row);
    const last = packed.at(-1);
    if (place === undefined) packed.push(row);
    else if (Array.isArray(last) && last[0] + last[1] === place) last[1] += 1;
    else packed.push([place, 1]);
  }
  return packed;
}

/** What `packRows` packed. A place that `before` does not have brings no row. */
export const unpackRows = <T extends object>(before: readonly T[], packed: readonly (T | KeptRows)[]): T[] =>
  packed.flatMap((part) => (isKept(part) ? before.slice(part[0], part[0] + part[1]) : [part]));

const isKept = <T extends object>(part: T | KeptRows): part is KeptRows => Array.isArray(part);
