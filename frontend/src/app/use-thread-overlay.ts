import type { Channel } from '@hearth/contract';
import { useCallback } from 'react';
import { useThread } from '@/features/threads';
import { useOverlay } from './use-overlay';

export interface ThreadOverlay {
  threadId: string | null;
  /** Undefined while it is looked for, null when there is none. */
  thread: Channel | null | undefined;
  open: (threadId: string) => void;
  close: () => void;
}

/** The thread that is open beside its channel, or over it where there is no room. */
export function useThreadOverlay(channel: Channel | undefined): ThreadOverlay {
  const { value, open, turn, close } = useOverlay('thread');
  const threadId = channel && value !== '' ? value : null;
  const found = useThread(threadId);
  const isOther = found && found.parentId !== channel?.id;
  return {
    threadId,
    thread: isOther ? null : found,
    open: useCallback((id: string) => (value === null ? open(id) : turn(id)), [value, open, turn]),
    close,
  };
}
