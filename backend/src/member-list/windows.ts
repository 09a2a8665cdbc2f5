import { limits, packRows, type MemberRow, type MemberWindow, type MemberWindowChange } from '@hearth/contract';
import type { MemberView } from './ordered-members.js';

const SIZE = limits.memberListBlock;

const blockOf = ({ rows }: MemberView, index: number): MemberRow[] => rows.slice(index * SIZE, (index + 1) * SIZE);

/** Blocks of a list with all their rows. */
export const windowOf = (view: MemberView, blocks: readonly number[]): Omit<MemberWindow, 'version'> => ({
  total: view.rows.length,
  groups: view.groups,
  blocks: blocks.map((index) => ({ index, rows: blockOf(view, index) })),
});

/** What became of blocks; null when nothing of them, or of the headings, is different. */
export function windowChange(
  before: MemberView,
  after: MemberView,
  blocks: readonly number[],
): Pick<MemberWindowChange, 'total' | 'groups' | 'blocks'> | null {
  const changed = blocks.flatMap((index) => {
    const [was, is] = [blockOf(before, index), blockOf(after, index)];
    return isSame(was, is) ? [] : [{ index, rows: packRows(was, is) }];
  });
  if (changed.length === 0 && hasSameGroups(before, after)) return null;
  return { total: after.rows.length, groups: after.groups, blocks: changed };
}

const isSame = (one: readonly MemberRow[], other: readonly MemberRow[]): boolean =>
  one.length === other.length && one.every((row, index) => row === other[index]);

const hasSameGroups = ({ groups: one }: MemberView, { groups: other }: MemberView): boolean =>
  one.length === other.length && one.every(({ id, count }, index) => other[index]?.id === id && other[index].count === count);
