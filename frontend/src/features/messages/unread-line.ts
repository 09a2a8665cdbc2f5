import { useEffect, useState } from 'react';
import { firstUnreadSeq, findChannel, isCounted, readStateOf, useReadState } from '@/features/channels';

interface Line {
  channelId: string;
  seq: number | null;
}

function lineOf(channelId: string): Line {
  const channel = findChannel(channelId);
  return { channelId, seq: channel && isCounted(channelId) ? firstUnreadSeq(channel, readStateOf(channelId)) : null };
}

/** Where the unread line stands: as it was when the channel was opened, or when somebody came back to the window, or where they put it. */
export function useUnreadLine(channelId: string): number | null {
  const [line, setLine] = useState(() => lineOf(channelId));
  const { markedUnreadSeq } = useReadState(channelId);
  const current = line.channelId === channelId ? line : lineOf(channelId);
  if (current !== line) setLine(current);

  useEffect(() => {
    const comeBack = () => {
      const fresh = lineOf(channelId);
      if (document.visibilityState === 'visible' && fresh.seq !== null) setLine(fresh);
    };
    // In the capture phase: before whoever marks as read what is looked at again.
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    document.addEventListener('visibilitychange', comeBack, options);
    window.addEventListener('focus', comeBack, options);
    return () => controller.abort();
  }, [channelId]);

  return markedUnreadSeq ?? current.seq;
}
