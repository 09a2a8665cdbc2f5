import type { MemberGroup, MemberRow } from '@hearth/contract';

/** A list as it stands at one moment. */
export interface MemberView {
  groups: MemberGroup[];
  rows: readonly MemberRow[];
}

const names = new Intl.Collator('und', { numeric: true, sensitivity: 'base' });

const nameOf = ({ member }: MemberRow): string => member.nickname ?? member.user.displayName;

const byId = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : Number(one > other));

/** No two rows are equal, so that a binary search finds the very one. */
const byName = (one: MemberRow, other: MemberRow): number =>
  names.compare(nameOf(one), nameOf(other)) || byId(one.member.user.id, other.member.user.id);

/** The first index at which a row is not before `row`. */
function placeOf(rows: readonly MemberRow[], row: MemberRow): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = rows[middle];
    if (there && byName(there, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The members of a server as they are shown: under the highest of their hoisted roles, else with those who are here, else offline. */
export class OrderedMembers {
  private readonly groups: Map<string, MemberRow[]>;
  private readonly ranks: Map<string, number>;
  private readonly rows = new Map<string, MemberRow>();

  /** @param hoisted ids of the hoisted roles, the highest first */
  constructor(hoisted: readonly string[], rows: Iterable<MemberRow>) {
    this.ranks = new Map(hoisted.map((roleId, rank) => [roleId, rank]));
    this.groups = new Map([...hoisted, 'online', 'offline'].map((group) => [group, []]));
    for (const row of rows) {
      this.rows.set(row.member.user.id, row);
      this.groupOf(row).push(row);
    }
    for (const group of this.groups.values()) group.sort(byName);
  }

  get(userId: string): MemberRow | undefined {
    return this.rows.get(userId);
  }

  all(): Iterable<MemberRow> {
    return this.rows.values();
  }

  /** Puts somebody in, or to where they belong now. */
  put(row: MemberRow): void {
    this.remove(row.member.user.id);
    this.rows.set(row.member.user.id, row);
    const group = this.groupOf(row);
    group.splice(placeOf(group, row), 0, row);
  }

  remove(userId: string): void {
    const row = this.rows.get(userId);
    if (!row) return;
    const group = this.groupOf(row);
    group.splice(placeOf(group, row), 1);
    this.rows.delete(userId);
  }

  /** @param shows who is in the list; everybody if left out */
  view(shows?: (row: MemberRow) => boolean): MemberView {
    const parts = [...this.groups].map(([id, rows]) => ({ id, rows: shows ? rows.filter(shows) : rows }));
    return {
      groups: parts.filter(({ rows }) => rows.length > 0).map(({ id, rows }) => ({ id, count: rows.length })),
      rows: parts.flatMap(({ rows }) => rows),
    };
  }

  private groupOf({ member, status }: MemberRow): MemberRow[] {
    const group = this.groups.get(status === 'offline' ? 'offline' : this.hoistedBy(member.roleIds));
    if (!group) throw new Error('every member has a group');
    return group;
  }

  private hoistedBy(roleIds: readonly string[]): string {
    let [highest, best] = ['online', Number.POSITIVE_INFINITY];
    for (const roleId of roleIds) {
      const rank = this.ranks.get(roleId);
      if (rank !== undefined && rank < best) [highest, best] = [roleId, rank];
    }
    return highest;
  }
}
