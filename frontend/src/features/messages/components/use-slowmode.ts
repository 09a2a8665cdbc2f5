import { useSecondsLeft } from '@/lib/use-seconds-left';
import { useIsSending, useLastOwnMessage } from '@/features/messages';

export interface Slowmode {
  /** Seconds until the next message may be sent; 0: at once. */
  secondsLeft: number;
  /** One is on its way, and whatever follows would come too soon. */
  isBusy: boolean;
}

/** How long slow mode makes wait. @param seconds between two messages; 0: no slow mode */
export function useSlowmode(channelId: string, seconds: number): Slowmode {
  const last = useLastOwnMessage(channelId);
  const isSending = useIsSending(channelId);
  const until = seconds > 0 && last ? Date.parse(last.createdAt) + seconds * 1_000 : null;
  // The clocks of server and browser may differ, but nobody waits longer than the pause itself.
  return { secondsLeft: Math.min(seconds, useSecondsLeft(until)), isBusy: seconds > 0 && isSending };
}
