import { type Changes, type Channel, type Message, type UserSummary, limits } from '@hearth/contract';
import { call, liveKey, queryClient, systemClock } from '@/api';
import {
  deliverTo,
  findChannel,
  isCounted,
  noteActivity,
  noteOwnMessage,
  onChannelsGone,
  readStateOf,
  updateReadState,
} from '@/features/channels';
import { setWindowPorts, sweepWindows } from '@/features/offline';
import { type HeldServer, servers } from '@/features/servers';
import { me } from '@/features/users';
import { realtime } from '@/realtime';
import { applyUser, type Conversation, receivedSeq } from './cache';
import { Conversations } from './conversations';
import { DeliveredReporter } from './delivered';
import { foldHeard, toKept } from './kept-windows';
import { Outbox } from './outbox';
import { submissionOf } from './pending-message';
import { useOutboxStore } from './outbox-store';
import { setPaging } from './paging-store';
import { receiptsKey } from './receipts-query';

/** Messages of a page; also how many changes are caught up with at once. */
const PAGE = '50';
const CATCH_UP = '100';

const CONVERSATION = 'conversation';
export const allConversations = liveKey(CONVERSATION);

queryClient.setQueryDefaults(allConversations, { meta: { kept: 'window' } });

export const conversationKey = (channelId: string) => liveKey(CONVERSATION, channelId);

export const heldConversation = (channelId: string) => queryClient.getQueryData<Conversation>(conversationKey(channelId));

export function heldConversations(): Conversation[] {
  const all = queryClient.getQueriesData<Conversation>({ queryKey: allConversations });
  return all.flatMap(([, conversation]) => conversation ?? []);
}

const heldIds = () => heldConversations().map(({ channelId }) => channelId);

/** Whether the server tells authors how far the readers are. Of nobody that is not in a server and no conversation. */
export function isReceiptAudience(channel: Channel | undefined, server: HeldServer | undefined): boolean {
  const audience = channel?.recipients?.length ?? server?.memberCount;
  return audience !== undefined && audience <= limits.receiptAudience;
}

function isWatched(channelId: string): boolean {
  const channel = findChannel(channelId);
  if (!isCounted(channelId)) return false;
  return isReceiptAudience(
    channel,
    servers.get().find(({ id }) => id === channel?.serverId),
  );
}

export const delivered = new DeliveredReporter({
  clock: systemClock,
  most: limits.deliveredPositions,
  emit: (positions) => realtime.emit('channel:delivered', { positions }),
  received: (channelId) => {
    const held = heldConversation(channelId);
    return held && receivedSeq(held);
  },
  delivered: (channelId) => readStateOf(channelId).lastDeliveredSeq,
  isWatched,
  advance: (channelId, seq) => updateReadState(channelId, (state) => deliverTo(state, seq)),
});

function holdConversation(channelId: string, conversation: Conversation): void {
  queryClient.setQueryData(conversationKey(channelId), conversation);
  delivered.note(channelId);
}

/** Somebody is called otherwise from now on. */
export function holdUser(user: UserSummary): void {
  for (const held of heldConversations()) {
    const changed = applyUser(held, user);
    if (changed !== held) holdConversation(held.channelId, changed);
  }
}

function dropConversation(channelId: string): void {
  conversations.forget(channelId);
  queryClient.removeQueries({ queryKey: conversationKey(channelId) });
  queryClient.removeQueries({ queryKey: receiptsKey(channelId) });
}

/** An own message whose event was lost has moved the own position on the server all the same. */
function noteOwnMessages(channelId: string, messages: readonly Message[]): void {
  const own = messages.filter(({ author }) => author.id === me.get()?.id).sort((a, b) => a.seq - b.seq);
  for (const { seq } of own) noteOwnMessage(channelId, seq);
}

async function fetchChanges(channelId: string, after: number): Promise<Changes> {
  const changes = await call('listChanges', { params: { channelId }, query: { after: String(after), limit: CATCH_UP } });
  if ('messages' in changes) {
    noteOwnMessages(channelId, changes.messages);
    for (const { createdAt } of changes.messages) noteActivity(channelId, createdAt);
  }
  return changes;
}

export const conversations: Conversations = new Conversations({
  clock: systemClock,
  random: Math.random,
  get: heldConversation,
  set: holdConversation,
  drop: dropConversation,
  held: heldIds,
  versionOf: (channelId) => findChannel(channelId)?.version ?? 0,
  fetchPage: (channelId, query) => {
    const seqs = Object.fromEntries(Object.entries(query).map(([name, seq]) => [name, String(seq)]));
    return call('listMessages', { params: { channelId }, query: { ...seqs, limit: PAGE } });
  },
  fetchChanges,
  setLoading: setPaging,
});

/** Lets go of what belongs to channels that are gone, and of what was asked for in vain. */
export function dropOrphans(): void {
  const asked = queryClient.getQueryCache().findAll({ queryKey: allConversations });
  for (const channelId of asked.map(({ queryKey }) => String(queryKey.at(-1)))) if (!findChannel(channelId)) dropConversation(channelId);
}

export const outbox = new Outbox({
  clock: systemClock,
  newNonce: () => crypto.randomUUID(),
  send: (pending) => {
    const { channelId, body } = submissionOf(pending);
    return realtime.emit('message:send', { channelId, ...body });
  },
  isConnected: () => realtime.state === 'ready',
  acknowledged: (message) => conversations.acknowledge(message),
  publish: (pending) => useOutboxStore.setState({ pending }),
});

setWindowPorts({
  windowOf: (data) => toKept(data as Conversation),
  fold: foldHeard,
  isThere: (channelId) => findChannel(channelId) !== undefined,
});

onChannelsGone((channelIds) => {
  sweepWindows();
  for (const channelId of channelIds) outbox.forget(channelId);
});
