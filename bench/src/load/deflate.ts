import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

export const MAX_WINDOW_BITS = 15;

/** RFC 7692: what every flush ends with is left out on the wire. */
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** A websocket message as browsers compress it. No context is kept from one message to the next. */
export const deflated = (text: string, windowBits: number): Buffer =>
  deflateRawSync(text, { windowBits, finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -TAIL.length);

export const inflated = (payload: Buffer): Buffer =>
  inflateRawSync(Buffer.concat([payload, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH });
