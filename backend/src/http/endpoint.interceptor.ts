import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@hearth/contract';
import { map, type Observable } from 'rxjs';
import { ROUTE, type EndpointRequest } from './endpoint.decorator.js';
import { parseInput, ProblemError } from './problem.js';
import { Visibility } from './visibility.js';

/** Parses the request by its route before the handler runs, and the answer after it: a field outside the schema never leaves. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly visibility: Visibility,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const definition = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!definition) return next.handle();
    const request = context.switchToHttp().getRequest<EndpointRequest>();
    const params = definition.params && parseInput(definition.params, 'params', request.params);
    if (params && request.user) await this.visibility.require(request.user, params);
    request.input = { params, query: parseQuery(definition, request), body: parseBody(definition, request) };
    return next.handle().pipe(map((answer: unknown) => definition.response.parse(answer)));
  }
}

const parseQuery = (definition: Route, request: EndpointRequest) =>
  definition.query && parseInput(definition.query, 'query', request.query);

function parseBody(definition: Route, request: EndpointRequest): unknown {
  if (!definition.body) return undefined;
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !request.is('json')) throw new ProblemError('UNSUPPORTED_MEDIA_TYPE');
  return parseInput(definition.body, 'body', request.body);
}
