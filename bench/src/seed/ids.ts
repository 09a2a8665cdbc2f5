import { EPOCH } from '@hearth/contract';

const TIME_BITS = 22n;
const SEEDED_FROM = Date.UTC(2025, 5, 1);

/** Before anything that Hearth makes while the bench runs, so that the two never meet. */
const firstId = BigInt(SEEDED_FROM - EPOCH) << TIME_BITS;

let used = 0n;

export function nextId(): string {
  used += 1n;
  return (firstId + used).toString();
}

/** A day after the others: the ids of messages, one in each millisecond. */
export const firstMessageId = (firstId + (BigInt(24 * 3_600 * 1_000) << TIME_BITS)).toString();
export const MESSAGE_ID_STEP = 1 << Number(TIME_BITS);
/** @param messages how many there are */
export const lastMessageId = (messages: number): string => (BigInt(firstMessageId) + BigInt(messages) * BigInt(MESSAGE_ID_STEP)).toString();
export const firstMessageTime = new Date(SEEDED_FROM + 24 * 3_600 * 1_000);
