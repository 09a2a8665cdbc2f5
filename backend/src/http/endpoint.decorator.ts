import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { routeStatus, type Input, type Route } from '@hearth/contract';
import type { Request, Response } from 'express';
import type * as z from 'zod';
import type { Caller, Exchange } from './caller.js';

export const ROUTE = Symbol('route');

/** What the endpoint interceptor leaves on the request once it is parsed and may be handled. */
export interface EndpointRequest extends Request {
  input?: unknown;
  user?: Caller;
}

const InputParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<EndpointRequest>().input,
);
const CallerParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<EndpointRequest>().user,
);
const ExchangeParam = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
});

type CallerOf<R extends Route> = R['auth'] extends 'public' ? undefined : R['auth'] extends 'optional' ? Caller | undefined : Caller;
type Handler<R extends Route> = (input: Input<R>, caller: CallerOf<R>, exchange: Exchange) => Promise<z.input<R['response']>>;

/**
 * Makes a method the handler of a contract's route: path, status, validation, serialisation and OpenAPI come from it. The method is
 * called with the parsed input, the caller (undefined where nobody need be signed in) and the exchange, and returns what the route answers.
 *
 * @param answersItself the method writes the answer, whose status is decided by more than the route
 */
export function Endpoint<R extends Route>(definition: R, { answersItself = false } = {}) {
  const decorate = applyDecorators(
    RequestMapping({ method: RequestMethod[definition.method], path: definition.path }),
    HttpCode(routeStatus(definition)),
    SetMetadata(ROUTE, definition),
  );
  return <H extends Handler<R>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    decorate(target, key, descriptor);
    [InputParam, CallerParam, ExchangeParam].forEach((parameter, index) => {
      parameter()(target, key, index);
    });
    // Nest leaves the answer to whoever asks for the response in its own way.
    if (answersItself) Res()(target, key, 3);
  };
}
