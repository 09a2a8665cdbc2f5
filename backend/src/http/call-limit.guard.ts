import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { EndpointRequest } from './endpoint.decorator.js';
import { Limiter } from './limiter.js';

/** Counts each REST call for its account, or for its address where nobody is signed in. Runs after authentication. */
@Injectable()
export class CallLimitGuard implements CanActivate {
  constructor(private readonly limiter: Limiter) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<EndpointRequest>();
    if (request.user) await this.limiter.take('call', request.user.userId);
    else await this.limiter.take('publicCallPerAddress', request.ip ?? 'unknown');
    return true;
  }
}
