import { type MemberGroup, type MemberRow, type MemberWindow, type MemberWindowChange, limits, unpackRows } from '@hearth/contract';

const SIZE = limits.memberListBlock;

/** Whose list it is: the members who may see a channel. */
export interface MemberListPlace {
  serverId: string;
  channelId: string;
}

/** The part of a member list that the server keeps this page informed about. */
export interface MemberPart extends MemberListPlace {
  total: number;
  groups: readonly MemberGroup[];
  /** By index; blocks that are not on screen are not held. */
  blocks: Readonly<Record<number, readonly MemberRow[]>>;
}

export const fromWindow = ({ serverId, channelId }: MemberListPlace, { total, groups, blocks }: MemberWindow): MemberPart => ({
  serverId,
  channelId,
  total,
  groups,
  blocks: Object.fromEntries(blocks.map(({ index, rows }) => [index, rows])),
});

export const isPartOf = (held: MemberListPlace, { serverId, channelId }: MemberListPlace): boolean =>
  held.serverId === serverId && held.channelId === channelId;

/** What became of it. Blocks that are not held are of no interest. */
export function applyMembersChanged(held: MemberPart, { total, groups, blocks }: MemberWindowChange): MemberPart {
  const changed = blocks.flatMap(({ index, rows }) => {
    const before = held.blocks[index];
    return before ? [[index, unpackRows(before, rows)] as const] : [];
  });
  return { ...held, total, groups, blocks: { ...held.blocks, ...Object.fromEntries(changed) } };
}

/** Undefined while it is not held. */
export const rowAt = ({ blocks }: MemberPart, index: number): MemberRow | undefined => blocks[Math.floor(index / SIZE)]?.[index % SIZE];

/** Where somebody stands; -1 when they are in no block that is held. */
export function placeOf({ blocks }: MemberPart, userId: string): number {
  for (const [block, rows] of Object.entries(blocks)) {
    const index = rows.findIndex(({ member }) => member.user.id === userId);
    if (index >= 0) return Number(block) * SIZE + index;
  }
  return -1;
}
