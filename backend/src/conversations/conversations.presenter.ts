import type { Channel, Conversation, ConversationState, Message, Receipt } from '@hearth/contract';

export interface RecipientRow {
  channelId: bigint;
  pinnedAt: Date | null;
  archivedAt: Date | null;
  mutedUntil: Date | null;
}

const stateOf = ({ pinnedAt, archivedAt, mutedUntil }: RecipientRow) => ({
  pinnedAt: pinnedAt?.toISOString() ?? null,
  archivedAt: archivedAt?.toISOString() ?? null,
  mutedUntil: mutedUntil?.toISOString() ?? null,
});

export const presentConversation = (
  row: RecipientRow,
  channel: Channel,
  { lastMessage, receipts }: { lastMessage: Message | undefined; receipts: Receipt[] | null },
): Conversation => ({ channel, lastMessage: lastMessage ?? null, receipts, ...stateOf(row) });

export const presentConversationState = (row: RecipientRow): ConversationState => ({
  channelId: row.channelId.toString(),
  ...stateOf(row),
});
