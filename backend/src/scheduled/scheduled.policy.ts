import type { ErrorCode } from '@hearth/contract';
import { createHash } from 'node:crypto';

/** Sent twice, it is stored once: a UUID of version 8 that its id decides. */
export function nonceOf(scheduledId: string): string {
  const hex = createHash('sha256').update(`scheduled ${scheduledId}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** What is no word on the message itself: it is tried again. */
const PASSING: readonly ErrorCode[] = ['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'];
export const isPassing = (code: ErrorCode): boolean => PASSING.includes(code);
