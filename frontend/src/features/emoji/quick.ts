import { useMemo } from 'react';
import { frequentEmoji, useEmojiUsage } from './usage-store';

/** As they were when first shown: nothing moves away under the pointer. */
export function useQuickEmoji(count: number): string[] {
  return useMemo(() => frequentEmoji(useEmojiUsage.getState().used, count), [count]);
}

/** What one gesture reacts with. */
export const quickEmoji = (): string => {
  const { used } = useEmojiUsage.getState();
  return Object.keys(used).length === 0 ? '❤️' : (frequentEmoji(used, 1)[0] ?? '❤️');
};
