import { queryClient } from '@/api';

export const STARRED = ['starred'] as const;
export const pinsKey = (channelId: string) => ['pins', channelId] as const;
export const historyKey = (messageId: string) => ['message-history', messageId] as const;

/** What is on screen of lists of messages is asked for again. */
export const reloadPins = (channelId: string): void => void queryClient.invalidateQueries({ queryKey: pinsKey(channelId) });
export const reloadStarred = (): void => void queryClient.invalidateQueries({ queryKey: STARRED });
