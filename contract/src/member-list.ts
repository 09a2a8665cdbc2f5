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

/** `KeptRows`. */
const keptRows = z.tuple([z.number().int().min(0), z.number().int().min(1)]);

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
