import type { Receipt } from '@hearth/contract';
import { call, queryClient } from '@/api';
import { mergeReceipts } from './receipts';

type Receipts = Receipt[] | null;

const allReceipts = ['receipts'] as const;
export const receiptsKey = (channelId: string) => [...allReceipts, channelId] as const;

/** What came while an answer is on its way: the answer may have been made before it. */
const meanwhile = new Map<string, Receipt[]>();

export async function loadReceipts(channelId: string): Promise<Receipts> {
  const news: Receipt[] = [];
  meanwhile.set(channelId, news);
  try {
    const { receipts } = await call('listReceipts', { params: { channelId } });
    return receipts && mergeReceipts(receipts, news);
  } finally {
    if (meanwhile.get(channelId) === news) meanwhile.delete(channelId);
  }
}

export function receiveReceipts(channelId: string, news: readonly Receipt[]): void {
  meanwhile.get(channelId)?.push(...news);
  queryClient.setQueryData<Receipts>(receiptsKey(channelId), (held) => held && mergeReceipts(held, news));
}

/** As a list of conversations brings them. */
export const holdReceipts = (channelId: string, receipts: readonly Receipt[]): void =>
  void queryClient.setQueryData<Receipts>(receiptsKey(channelId), (held) => (held ? mergeReceipts(held, receipts) : [...receipts]));

export const reloadReceipts = (): void => void queryClient.invalidateQueries({ queryKey: allReceipts });
