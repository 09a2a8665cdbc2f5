import type { Me } from '@hearth/contract';
import { queryClient } from '@/api';
import type { KeptValue } from './kept';
import type { Store } from './store';

/** An account as it was kept. */
export interface Recalled {
  user: Me;
  /** Holds what was kept, as if it had just come. */
  show: () => void;
}

const isMe = ({ queryKey, data }: KeptValue, userId: string): boolean =>
  queryKey.join() === 'live,me' && (data as Partial<Me>).id === userId && typeof (data as Partial<Me>).displayName === 'string';

export async function readAccount(store: Store, userId: string): Promise<Recalled | null> {
  const rows = await store.values();
  const user = rows.find((row) => isMe(row, userId))?.data as Me | undefined;
  if (!user) return null;
  return {
    user,
    show: () => {
      for (const { queryKey, data, at } of rows) queryClient.setQueryData(queryKey, data, { updatedAt: at });
    },
  };
}
