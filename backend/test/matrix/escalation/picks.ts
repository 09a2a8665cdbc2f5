import type { Overwriting } from './attempts.js';

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** What the numbers of an attempt stand for: something that there is by then. */
export class Picks {
  constructor(
    /** @everyone first, then from the lowest up. */
    readonly roleIds: string[],
    /** Two categories first. */
    readonly channelIds: string[],
    /** Whoever tries first, the owner last. */
    private readonly memberIds: readonly [caller: string, other: string, owner: string],
  ) {}

  role(index: number): string {
    return pick(this.roleIds, index);
  }

  member(index: number): string {
    return pick(this.memberIds, index);
  }

  channel(index: number): string {
    return pick(this.channelIds, index);
  }

  category(index: number): string | null {
    return this.channelIds.slice(0, 2)[index] ?? null;
  }

  target(index: number): { targetId: string; type: 'ROLE' | 'MEMBER' } {
    const targetId = pick([...this.roleIds, ...this.memberIds.slice(0, 2)], index);
    return { targetId, type: this.roleIds.includes(targetId) ? 'ROLE' : 'MEMBER' };
  }

  /** Several numbers may stand for one target. */
  overwrites(list: readonly Overwriting[]) {
    const made = list.map(({ target, allow, deny }) => ({ ...this.target(target), allow: allow.toString(), deny: deny.toString() }));
    return [...new Map(made.map((overwrite) => [overwrite.targetId, overwrite])).values()];
  }
}
