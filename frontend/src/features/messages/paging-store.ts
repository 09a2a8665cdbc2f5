import { create } from 'zustand';

export interface Paging {
  older: boolean;
  newer: boolean;
}

/** At which ends of which channels a page is being loaded. */
export const usePagingStore = create<Record<string, Paging>>(() => ({}));

export const setPaging = (channelId: string, end: keyof Paging, isLoading: boolean): void =>
  usePagingStore.setState((state) => ({ [channelId]: { ...(state[channelId] ?? { older: false, newer: false }), [end]: isLoading } }));

export const resetPaging = (): void => usePagingStore.setState({}, true);
