import { expect, it } from '@jest/globals';
import type {
  Acknowledgement,
  ClientData,
  ClientPayload,
  ClientToServerEvents,
  ServerEventEntry,
  ServerPayload,
  ServerToClientEvents,
} from './events.js';
import type { Message } from './messages.js';
import { createMessage } from './messages.js';
import { route, type Input, type Request, type Response } from './route.js';
import type { listMembers } from './servers.js';

// Checked by the compiler: each line under `@ts-expect-error` must not compile, or the type check fails.

declare function send<N extends keyof ClientToServerEvents>(name: N, ...args: Parameters<ClientToServerEvents[N]>): void;
declare function on<N extends keyof ServerToClientEvents>(name: N, listener: ServerToClientEvents[N]): void;

export function clientEventsAreTyped(): void {
  const done = (answer: Acknowledgement<Message>) => answer.ok;
  send('message:send', { channelId: '1', content: 'hi', nonce: 'n' }, done);
  // @ts-expect-error no such event
  send('message:shout', { channelId: '1' }, done);
  // @ts-expect-error the nonce is missing
  send('message:send', { channelId: '1', content: 'hi' }, done);
  // @ts-expect-error ids are strings
  send('message:send', { channelId: 1, content: 'hi', nonce: 'n' }, done);
  // @ts-expect-error the acknowledgement carries a message
  send('message:send', { channelId: '1', content: 'hi', nonce: 'n' }, (answer: Acknowledgement<string>) => answer.ok);
}

export function serverEventsAreTyped(): void {
  on('message:new', ({ message }) => message.seq);
  // @ts-expect-error no such event
  on('message:created', () => undefined);
  // @ts-expect-error there is no text in a message
  on('message:new', ({ message }) => String(message.text));
  // @ts-expect-error the payload of another event
  const entry: ServerEventEntry = ['typing', { serverId: '1' }];
  void entry;
  const payload: ServerPayload<'typing'> = { channelId: '1', userId: '2', active: true };
  void payload;
}

export function payloadsAreTyped(payload: ClientPayload<'message:send'>, data: ClientData<'channel:read'>): void {
  const content: string = payload.content;
  void content;
  // @ts-expect-error reading acknowledges nothing
  const message: Message = data;
  void message;
}

export function routesAreTyped(input: Input<typeof createMessage>, answer: Response<typeof createMessage>): void {
  const content: string = input.body.content;
  void content;
  // @ts-expect-error the route has no query
  void input.query;
  // @ts-expect-error a message has no text
  void answer.text;
  // @ts-expect-error the nonce is missing
  const request: Request<typeof createMessage> = { params: { channelId: '1' }, body: { content: 'hi' } };
  void request;
  const withoutDefaults: Request<typeof listMembers> = { params: { serverId: '1' }, query: {} };
  void withoutDefaults;
  // @ts-expect-error a route needs a response
  route({ method: 'GET', path: '/x', tag: 'x', summary: 'x' });
}

it('is checked by the compiler', () => {
  expect(createMessage.method).toBe('POST');
});
