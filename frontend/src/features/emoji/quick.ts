import { useMemo } from 'react';
import { currentOf, heldCustomEmoji, useCustomEmoji } from './custom';
import { frequentEmoji, useEmojiUsage } from './usage-store';

/** As they were when first shown: nothing moves away under the pointer. */
export function useQuickEmoji(channelId: string, count: number): string[] {
  const { all } = useCustomEmoji(channelId);
  return useMemo(() => frequentEmoji(useEmojiUsage.getState().used, count, currentOf(all)), [count, all]);
}

/** What one gesture reacts with. */
export const quickEmoji = (channelId: string): string => {
  const { used } = useEmojiUsage.getState();
  if (Object.keys(used).length === 0) return '❤️';
  return frequentEmoji(used, 1, currentOf(heldCustomEmoji(channelId)))[0] ?? '❤️';
};
