import type { Message, ServerPayload, UserSummary } from '@hearth/contract';
import { queryClient } from '@/api';
import { openingKey } from '@/features/threads';
import { withUser } from '@/features/users';
import type { EventHandlers } from '@/realtime';

type Opening = Message | null | undefined;

const isOlder = (held: Opening, version: number): held is Message => held != null && held.version < version;

/** Post by post the first message may be edited or deleted. */
function change({ channelId, version, message }: ServerPayload<'message:update'>): void {
  if (message.seq !== 1) return;
  queryClient.setQueryData<Opening>(openingKey(channelId), (held) => (isOlder(held, version) ? message : held));
}

const named = (user: UserSummary) => (held: Opening) => {
  const author = held && withUser(held.author, user);
  return held && author !== held.author && author ? { ...held, author } : held;
};

export const forumsEvents = {
  'message:update': change,
  'message:delete': change,
  'message:bulk-delete': ({ channelId, seqs, fromVersion, deletedAt }) => {
    const index = seqs.indexOf(1);
    if (index < 0) return;
    const version = fromVersion + index;
    queryClient.setQueryData<Opening>(openingKey(channelId), (held) =>
      isOlder(held, version) ? { ...held, version, content: '', deletedAt } : held,
    );
  },
  'user:update': (user) => {
    queryClient.setQueriesData<Opening>({ queryKey: openingKey('').slice(0, 1) }, named(user));
  },
} satisfies Partial<EventHandlers>;
