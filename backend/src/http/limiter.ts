import { Injectable } from '@nestjs/common';
import { rateLimits, type RateLimitName } from '@hearth/contract';
import { RateLimiter } from '../cluster/rate-limiter.js';
import { AppConfig } from '../config/app-config.js';
import { networkOf } from './network.js';
import { ProblemError } from './problem.js';

/** The contract's rate limits, scaled by RATE_LIMIT_SCALE, over both transports. */
@Injectable()
export class Limiter {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param subject the account or address that is counted
   * @throws RATE_LIMITED with the seconds to wait
   */
  async take(name: RateLimitName, subject: string): Promise<void> {
    if (this.config.rateLimitScale === 0) return;
    const wait = await this.limiter.take(keyOf(name, subject), this.scaled(name));
    if (wait > 0) throw new ProblemError('RATE_LIMITED', { retryAfter: Math.ceil(wait * 10) / 10 });
  }

  async refund(name: RateLimitName, subject: string): Promise<void> {
    if (this.config.rateLimitScale > 0) await this.limiter.refund(keyOf(name, subject), this.scaled(name));
  }

  private scaled(name: RateLimitName) {
    const { burst, perSecond } = rateLimits[name];
    return { burst: burst * this.config.rateLimitScale, perSecond: perSecond * this.config.rateLimitScale };
  }
}

const keyOf = (name: RateLimitName, subject: string): string => `${name}:${name.endsWith('PerAddress') ? networkOf(subject) : subject}`;
