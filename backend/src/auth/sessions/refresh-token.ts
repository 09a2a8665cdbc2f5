import { createHash, randomBytes } from 'node:crypto';

export interface RefreshToken {
  /** 256 random bits, which only the client holds. */
  token: string;
  /** What the database holds: with so much chance in the token, a plain hash cannot be turned back. */
  hash: Uint8Array<ArrayBuffer>;
}

export const hashRefreshToken = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());

export function makeRefreshToken(): RefreshToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashRefreshToken(token) };
}
