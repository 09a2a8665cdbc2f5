import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { clientEvents, type ClientEventName } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Limiter } from '../http/limiter.js';
import { asProblem } from '../http/problem.filter.js';
import { parseInput, ProblemError } from '../http/problem.js';
import { CLIENT_EVENT } from './on-event.decorator.js';
import type { HearthSocket } from './sockets.js';

type AnyHandler = (caller: unknown, payload: unknown, socketId: string) => Promise<unknown>;
type Acknowledge = (answer: unknown) => void;

const isEvent = (name: string): name is ClientEventName => Object.hasOwn(clientEvents, name);

/** Hands each client event to its handler: limit, payload, use case, acknowledgement. The one way in over a socket. */
@Injectable()
export class EventDispatcher implements OnModuleInit {
  private readonly handlers = new Map<ClientEventName, AnyHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly limiter: Limiter,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('realtime');
  }

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) if (instance) this.collect(instance as Record<string, unknown>);
    const missing = (Object.keys(clientEvents) as ClientEventName[]).filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`client events without a handler: ${missing.join(', ')}`);
  }

  /** @param args what followed the event's name: a payload and, from a client that waits for it, the acknowledgement */
  async dispatch(socket: HearthSocket, name: string, args: unknown[]): Promise<void> {
    const last = args.at(-1);
    const acknowledge: Acknowledge = typeof last === 'function' ? (last as Acknowledge) : () => undefined;
    try {
      acknowledge({ ok: true, data: await this.run(socket, name, args[0]) });
    } catch (fault) {
      acknowledge({ ok: false, error: this.refusal(name, fault) });
    }
  }

  private async run(socket: HearthSocket, name: string, payload: unknown): Promise<unknown> {
    const { caller } = socket.data;
    await this.limiter.take(name === 'message:send' ? 'send' : 'call', caller.userId);
    const handler = isEvent(name) ? this.handlers.get(name) : undefined;
    if (!isEvent(name) || !handler) throw new ProblemError('UNKNOWN_EVENT');
    const data = await handler(caller, parseInput(clientEvents[name].payload, 'payload', payload), socket.id);
    return clientEvents[name].data.parse(data);
  }

  private refusal(name: string, fault: unknown) {
    const requestId = randomUUID();
    const problem = asProblem(fault);
    if (!problem) this.logger.error({ err: fault, requestId, event: name }, 'event failed');
    return (problem ?? new ProblemError('INTERNAL')).toProblem(requestId);
  }

  private collect(instance: Record<string, unknown>): void {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype) return;
    for (const key of this.scanner.getAllMethodNames(prototype)) {
      const method = (prototype as Record<string, unknown>)[key];
      if (typeof method !== 'function') continue;
      const name = this.reflector.get<ClientEventName | undefined>(CLIENT_EVENT, method as never);
      if (name) this.handlers.set(name, (...args) => (method as AnyHandler).apply(instance, args));
    }
  }
}
