import type { Request } from 'express';
import type { ByteRange } from '../storage/file-store.js';

/**
 * What of a file somebody asked for: one range, all of it (null) also where there are several or `If-Range` names another state of it, or
 * what is not there.
 */
export function rangeOf(request: Pick<Request, 'range' | 'headers'>, bytes: number, etag: string): ByteRange | null | 'beyond' {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) return 'beyond';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  const [range] = ranges;
  return range ? { first: range.start, last: range.end } : null;
}
