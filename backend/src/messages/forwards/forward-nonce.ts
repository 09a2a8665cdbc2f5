import { createHash } from 'node:crypto';

/**
 * The nonce of one of the messages that a request makes, the same at every try.
 *
 * @returns a UUID of version 8 (RFC 9562, 5.8)
 */
export function forwardNonce(nonce: string, channelId: string, part: 'message' | 'comment'): string {
  const bytes = createHash('sha256').update(`${nonce} ${channelId} ${part}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
