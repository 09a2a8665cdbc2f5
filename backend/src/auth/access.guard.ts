import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@hearth/contract';
import passport from 'passport';
import type { Caller } from '../http/caller.js';
import { ROUTE, type EndpointRequest } from '../http/endpoint.decorator.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { AuthService } from './auth.service.js';
import { readFileCookie } from './cookies.js';
import { JwtStrategy } from './jwt.strategy.js';

/**
 * Lets nobody in without an access token, except where the contract's route is public, and nobody but admins where it is theirs. What has no
 * route there does not exist.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly strategy: JwtStrategy,
    private readonly auth: AuthService,
    private readonly permissions: PermissionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) throw new ProblemError('NOT_FOUND');
    if (route.auth === 'public') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<EndpointRequest>();
    if (route.auth === 'optional' && request.headers.authorization === undefined) return true;
    const fileToken = route.auth === 'file' ? readFileCookie(request) : undefined;
    request.user = fileToken ? await this.auth.readerOfFiles(fileToken) : await this.authenticate(request, http.getResponse());
    if (route.auth === 'admin') await this.permissions.admin(request.user);
    return true;
  }

  /**
   * By the strategy itself, not by its name: names are the process's, and two nodes in one process must not meet there. Each request has
   * an object of its own, since Passport writes the answer's callbacks onto it.
   */
  private authenticate(request: EndpointRequest, response: unknown): Promise<Caller> {
    const strategy = Object.create(this.strategy) as JwtStrategy;
    return new Promise((resolve, reject) => {
      const decide = (fault: unknown, caller?: Caller | false) => {
        if (caller) resolve(caller);
        else reject(fault instanceof Error ? fault : new ProblemError('UNAUTHENTICATED'));
      };
      const middleware = passport.authenticate(strategy, { session: false }, decide) as Middleware;
      middleware(request, response, decide);
    });
  }
}

type Middleware = (request: EndpointRequest, response: unknown, next: (fault: unknown) => void) => void;
