import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { id, limits } from '@hearth/contract';
import * as z from 'zod';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';

/** Symmetric: whoever checks a token is a node that also makes them. */
export const ALGORITHM = 'HS256';

const claims = z.object({ sub: id, sid: id });

/** Short-lived proof of who calls: a JSON Web Token (RFC 7519) whose subject is the user. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue({ userId, sessionId }: Caller): Promise<string> {
    return this.jwt.signAsync({ sid: sessionId }, { subject: userId, expiresIn: limits.accessTokenSeconds, algorithm: ALGORITHM });
  }

  /** @throws UNAUTHENTICATED for a token that is not ours or has run out */
  async verify(token: string): Promise<Caller> {
    const payload: unknown = await this.jwt.verifyAsync(token, { algorithms: [ALGORITHM] }).catch(() => undefined);
    return this.callerOf(payload);
  }

  /** @throws UNAUTHENTICATED */
  callerOf(payload: unknown): Caller {
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw new ProblemError('UNAUTHENTICATED');
    return { userId: parsed.data.sub, sessionId: parsed.data.sid };
  }
}
