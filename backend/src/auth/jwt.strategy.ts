import { Inject, Injectable } from '@nestjs/common';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SECRETS } from '../config/config.module.js';
import type { Secrets } from '../config/secrets.js';
import { ALGORITHM } from './access-tokens.js';
import { AuthService } from './auth.service.js';

/** Bearer tokens of the Authorization header (RFC 6750). */
@Injectable()
export class JwtStrategy extends Strategy {
  constructor(@Inject(SECRETS) { jwtSecret }: Secrets, auth: AuthService) {
    super(
      { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: jwtSecret, algorithms: [ALGORITHM] },
      (payload: unknown, done) => {
        auth.callerOf(payload).then(
          (caller) => done(null, caller),
          (fault: unknown) => done(fault),
        );
      },
    );
  }
}
