import type { Conversation } from '@hearth/contract';
import { call, hasCode } from '@/api';
import { dropChannel, holdChannel } from '@/features/channels';
import { holdReceipts } from '@/features/messages';
import { applyLoaded, conversations, drop } from './cache';

export function holdConversations(list: readonly Conversation[]): void {
  for (const { channel, receipts } of list) {
    holdChannel(channel);
    if (receipts) holdReceipts(channel.id, receipts);
  }
  conversations.update((held) => applyLoaded(held, list));
}

const loading = new Set<string>();

/** A conversation in which somebody wrote and that is not held. What cannot be loaded now comes with the next connection. */
export async function loadConversation(channelId: string): Promise<void> {
  if (loading.has(channelId)) return;
  loading.add(channelId);
  try {
    holdConversations([await call('getConversation', { params: { channelId } })]);
  } catch (fault) {
    if (hasCode(fault, 'NOT_FOUND')) forgetConversation(channelId);
  } finally {
    loading.delete(channelId);
  }
}

export function forgetConversation(channelId: string): void {
  conversations.update((held) => drop(held, channelId));
  dropChannel(channelId);
}
