import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@hearth/contract';
import { ROUTE, type EndpointRequest } from './endpoint.decorator.js';
import { Limiter } from './limiter.js';

/** Counts each REST call for its account, or for its address where nobody is signed in. Runs after authentication. */
@Injectable()
export class CallLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: Limiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<EndpointRequest>();
    const { limit = 'call' } = this.reflector.get<Route | undefined>(ROUTE, context.getHandler()) ?? {};
    if (request.user) await this.limiter.take(limit, request.user.userId);
    else await this.limiter.take('publicCallPerAddress', request.ip ?? 'unknown');
    return true;
  }
}
