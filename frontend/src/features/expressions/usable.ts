import type { Expression, ExpressionType } from '@hearth/contract';

/** Where something is written, by somebody who is in these servers. */
export interface Place {
  /** Null for DMs and groups. */
  serverId: string | null;
  /** What other servers have may be used there too. */
  mayUseOthers: boolean;
  serverIds: readonly string[];
}

/** What may be used in a place: that of its server first, then that of the others in their order. */
export function usableIn(list: readonly Expression[], type: ExpressionType, { serverId, mayUseOthers, serverIds }: Place): Expression[] {
  const others = serverIds.filter((id) => id !== serverId);
  const allowed = serverId === null ? others : [serverId, ...(mayUseOthers ? others : [])];
  const byServer = new Map<string, Expression[]>(allowed.map((id) => [id, []]));
  for (const expression of list) if (expression.type === type) byServer.get(expression.serverId)?.push(expression);
  return [...byServer.values()].flat();
}

/** Emoji by what is written for them between colons. Of several of one name the first has it alone, the others get a number behind it. */
export function labelled(emoji: readonly Expression[]): Map<string, Expression> {
  const labels = new Map<string, Expression>();
  for (const one of emoji) {
    let label = one.name;
    for (let number = 1; labels.has(label); number += 1) label = `${one.name}~${number}`;
    labels.set(label, one);
  }
  return labels;
}
