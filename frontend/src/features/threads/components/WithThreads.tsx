import type { Channel, Message } from '@hearth/contract';
import { useMemo, type ReactNode } from 'react';
import { useHeldConversation } from '@/features/messages';
import { useThreadsOfMessages } from '../queries';
import { ThreadsContext } from './threads-context';

export interface WithThreadsProps {
  channel: Channel;
  onOpen: (threadId: string) => void;
  /** Left out: not allowed. */
  onBegin?: ((message: Message) => void) | undefined;
  /** The conversation, whose messages show their threads. */
  children: ReactNode;
}

export function WithThreads({ channel, onOpen, onBegin, children }: WithThreadsProps) {
  const threads = useThreadsOfMessages(channel, useHeldConversation(channel.id));
  const place = useMemo(() => ({ threads, open: onOpen, begin: onBegin ?? null }), [threads, onOpen, onBegin]);
  return <ThreadsContext value={place}>{children}</ThreadsContext>;
}
