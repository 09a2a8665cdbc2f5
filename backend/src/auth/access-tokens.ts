import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { id, limits } from '@hearth/contract';
import * as z from 'zod';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';

/** Symmetric: whoever checks a token is a node that also makes them. */
export const ALGORITHM = 'HS256';

/** Who may read files of the page by it, and nothing else. */
const FILES = 'files';

const claims = z.object({ sub: id, sid: id, aud: z.undefined().optional() });
const fileClaims = claims.extend({ aud: z.literal(FILES) });

/** Short-lived proof of who calls: a JSON Web Token (RFC 7519) whose subject is the user. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue({ userId, sessionId }: Caller): Promise<string> {
    return this.jwt.signAsync({ sid: sessionId }, { subject: userId, expiresIn: limits.accessTokenSeconds, algorithm: ALGORITHM });
  }

  /** For the cookie with which a page shows files: as long as the session may last, and good for nothing else. */
  issueForFiles({ userId, sessionId }: Caller): Promise<string> {
    const expiresIn = limits.refreshTokenDays * 24 * 3_600;
    return this.jwt.signAsync({ sid: sessionId }, { subject: userId, audience: FILES, expiresIn, algorithm: ALGORITHM });
  }

  /** @throws UNAUTHENTICATED for a token that is not one of the cookie, or has run out */
  async verifyForFiles(token: string): Promise<Caller> {
    const payload: unknown = await this.jwt.verifyAsync(token, { algorithms: [ALGORITHM], audience: FILES }).catch(() => undefined);
    return callerIn(fileClaims, payload);
  }

  /** @throws UNAUTHENTICATED for a token that is not ours or has run out */
  async verify(token: string): Promise<Caller> {
    const payload: unknown = await this.jwt.verifyAsync(token, { algorithms: [ALGORITHM] }).catch(() => undefined);
    return this.callerOf(payload);
  }

  /** @throws UNAUTHENTICATED */
  callerOf(payload: unknown): Caller {
    return callerIn(claims, payload);
  }
}

function callerIn(schema: z.ZodType<{ sub: string; sid: string }>, payload: unknown): Caller {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new ProblemError('UNAUTHENTICATED');
  return { userId: parsed.data.sub, sessionId: parsed.data.sid };
}
