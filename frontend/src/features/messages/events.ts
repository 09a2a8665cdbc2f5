import type { ServerPayload } from '@hearth/contract';
import { queryClient } from '@/api';
import { findChannel } from '@/features/channels';
import { forgetDrafts } from '@/features/drafts';
import { hearUnheld, sweepWindows } from '@/features/offline';
import { me } from '@/features/users';
import { lazyModule } from '@/lib/lazy-part';
import type { EventHandlers } from '@/realtime';
import type { VersionedChange } from './cache';
import { allConversations, conversations, delivered, dropOrphans, heldConversation, heldConversations, holdUser, outbox } from './client';
import { reloadPins, reloadStarred } from './kept-keys';
import { noteLocked } from './locked-away';
import { noteMark } from './note-mark';
import { recallMarks } from './recall-marks';
import { receiveReceipts, reloadReceipts } from './receipts-query';

const names = lazyModule(() => import('./recall-names'));

type Change = ServerPayload<'message:update'>;

const seqOf = (change: VersionedChange): number => ('message' in change ? change.message.seq : change.seq);

/** What comes to channels that nobody looks at can be read without network all the same. */
function receiveAll(channelId: string, changes: readonly VersionedChange[]): void {
  conversations.receive(channelId, changes);
  if (heldConversation(channelId)) return;
  const lastSeq = findChannel(channelId)?.lastSeq ?? 0;
  for (const change of changes) hearUnheld(channelId, { change, isNewest: seqOf(change) >= lastSeq });
}

const receive = ({ channelId, version, message, actor }: Change): void =>
  receiveAll(channelId, [{ version, message, mine: actor?.userId === me.get()?.id ? actor : undefined }]);

/** An own message leaves the outbox only when it is among the held ones: it is never shown twice, and never not at all. */
function receiveNew(change: ServerPayload<'message:new'>): void {
  const { message, channelId } = change;
  if (message.author.id === me.get()?.id && message.nonce !== undefined) {
    conversations.hear(message);
    outbox.confirm(message.nonce);
  }
  receive(change);
  delivered.hear(channelId, message.seq);
}

/** What is on screen of pinned messages may be another list now. */
function receiveChange(change: Change): void {
  receive(change);
  if (change.message.author.id === me.get()?.id) noteLocked(change.message);
  reloadPins(change.channelId);
}

function receiveDeletions({ channelId, seqs, fromVersion, deletedAt }: ServerPayload<'message:bulk-delete'>): void {
  receiveAll(
    channelId,
    seqs.map((seq, index) => ({ version: fromVersion + index, seq, deletedAt })),
  );
}

/** Channels whose counters are known now. */
const toldOf = ({ servers, threads, conversations: direct }: ServerPayload<'ready'>): ReadonlySet<string> =>
  new Set([...servers.flatMap(({ channels }) => channels), ...threads, ...direct.map(({ channel }) => channel)].map(({ id }) => id));

export const messagesEvents = {
  ready: (payload) => {
    dropOrphans();
    sweepWindows();
    conversations.reconnected(toldOf(payload));
    delivered.resume(heldConversations().map(({ channelId }) => channelId));
    reloadReceipts();
    void recallMarks();
    if (heldConversations().length > 0) void names().then(({ recallNames }) => recallNames());
    // First pages that could not be loaded without a connection.
    void queryClient.refetchQueries({ queryKey: allConversations, predicate: ({ state }) => state.status === 'error' });
  },
  'message:new': receiveNew,
  'message:update': receiveChange,
  'message:delete': receiveChange,
  'message:bulk-delete': receiveDeletions,
  'message:mark': (mark) => {
    noteMark(mark);
    reloadStarred();
  },
  'channel:versions': ({ channels }) => conversations.announced(channels.map(({ channelId }) => channelId)),
  // How far the user is comes in the same way, and is no receipt to them.
  'channel:receipts': ({ channelId, receipts }) =>
    receiveReceipts(
      channelId,
      receipts.filter(({ userId }) => userId !== me.get()?.id),
    ),
  // What came to a thread while the user was not in it, such as the message that woke it, is received now.
  'channel:join': ({ channel }) => delivered.note(channel.id),
  // Those of others may be told now, or no longer.
  'settings:update': reloadReceipts,
  // Who comes has to receive too, and nobody waits for who left.
  'member:add': reloadReceipts,
  'member:remove': reloadReceipts,
  'channel:delete': ({ channelId }) => {
    outbox.forget(channelId);
    dropOrphans();
  },
  'server:delete': () => {
    dropOrphans();
    forgetDrafts((channelId) => !findChannel(channelId));
  },
  'user:update': holdUser,
} satisfies Partial<EventHandlers>;
