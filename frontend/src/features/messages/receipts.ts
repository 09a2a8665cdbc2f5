import type { Message, Receipt } from '@hearth/contract';

export type DeliveryState = 'sent' | 'delivered' | 'read';

/** Positions only grow, in whatever order the news comes. */
export function mergeReceipts(held: readonly Receipt[], news: readonly Receipt[]): Receipt[] {
  const merged = new Map(held.map((receipt) => [receipt.userId, receipt]));
  for (const receipt of news) {
    const known = merged.get(receipt.userId) ?? receipt;
    merged.set(receipt.userId, {
      userId: receipt.userId,
      deliveredSeq: Math.max(known.deliveredSeq, receipt.deliveredSeq),
      readSeq: Math.max(known.readSeq, receipt.readSeq),
    });
  }
  return [...merged.values()];
}

/** How far an own message has come: with every other reader, or not yet. Who has read has received. */
export function deliveryState(message: Pick<Message, 'seq'>, receipts: readonly Receipt[] | null, meId: string): DeliveryState {
  const others = (receipts ?? []).filter(({ userId }) => userId !== meId);
  if (others.length === 0) return 'sent';
  if (others.every(({ readSeq }) => readSeq >= message.seq)) return 'read';
  return others.every(({ readSeq, deliveredSeq }) => Math.max(readSeq, deliveredSeq) >= message.seq) ? 'delivered' : 'sent';
}
