import { describe, expect, it } from '@jest/globals';
import type * as z from 'zod';
import { register } from './auth.js';
import { serverEvents, singleServerEvents } from './events.js';
import { errorCodes } from './errors.js';
import { id } from './ids.js';
import { idAt, idTime, EPOCH } from './snowflake.js';
import { createMessageBody, listMessages } from './messages.js';
import { routeStatus, type Route } from './route.js';
import { routes } from './routes.js';
import { updateServer } from './servers.js';
import { characterCount } from './text.js';
import { username } from './users.js';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const NONCE = '0b8f3c1e-6a65-4f0e-9f2e-0d2f7b7d3c11';

describe('ids', () => {
  it.each(['1', '251804722003968001', '9223372036854775807'])('takes %s', (value) => expect(accepts(id, value)).toBe(true));
  it.each(['0', '-1', '01', '1.5', '9223372036854775808', '99999999999999999999', 'abc', '', ' 1', 1, null, undefined])(
    'refuses %j',
    (value) => expect(accepts(id, value)).toBe(false),
  );
  it('tell when they were made', () => expect(idTime(((1_000n << 22n) | 5n).toString())).toBe(EPOCH + 1_000));
  it('begin a moment with its bound', () => {
    expect(idTime(idAt(EPOCH + 1_000))).toBe(EPOCH + 1_000);
    expect(idTime((BigInt(idAt(EPOCH + 1_000)) - 1n).toString())).toBe(EPOCH + 999);
    expect(idAt(0)).toBe('0');
  });
});

describe('message content', () => {
  const body = (content: unknown) => ({ content, nonce: NONCE });
  it.each(['a', ' kept at both ends ', 'two\nlines', 'é'.repeat(4_000), '👋'.repeat(4_000), '<b>markup is text</b>'])(
    'takes %j',
    (content) => expect(createMessageBody.parse(body(content)).content).toBe(content),
  );
  it.each(['', '   \n', 'a'.repeat(4_001), '👋'.repeat(4_001), 'NUL \0', 'half \ud83d', 7, null, undefined])('refuses %j', (content) =>
    expect(accepts(createMessageBody, body(content))).toBe(false),
  );
  it('counts what people call characters', () => expect(characterCount('aé👋')).toBe(3));
  it.each(['', 'not-a-uuid', null])('refuses the nonce %j', (nonce) =>
    expect(accepts(createMessageBody, { content: 'a', nonce })).toBe(false),
  );
});

describe('names', () => {
  it('folds user names', () => expect(username.parse('  Ada.L_1 ')).toBe('ada.l_1'));
  it.each(['a', 'a'.repeat(33), 'with space', 'ünï', 'a\u0000b', '../etc', 'a@b'])('refuses the user name %j', (name) =>
    expect(accepts(username, name)).toBe(false),
  );
  it('trims server names', () => expect(updateServer.body.parse({ name: '  Book club ' })).toEqual({ name: 'Book club' }));
  it.each(['', '  ', 'two\nlines', 'turned \u202e around', 'x'.repeat(101)])('refuses the server name %j', (name) =>
    expect(accepts(updateServer.body, { name })).toBe(false),
  );
  it('refuses short and endless passwords', () => {
    expect(accepts(register.body, { username: 'ada', password: 'short' })).toBe(false);
    expect(accepts(register.body, { username: 'ada', password: 'x'.repeat(129) })).toBe(false);
  });
});

describe('page queries', () => {
  it('takes 50 where nothing is asked', () => expect(listMessages.query.parse({})).toEqual({ limit: 50 }));
  it.each(['0', '101', '-1', '1.5', 'abc', '', '1e2'])('refuses the limit %j instead of clamping it', (limit) =>
    expect(accepts(listMessages.query, { limit })).toBe(false),
  );
  it('refuses two positions at once', () => expect(accepts(listMessages.query, { before: '5', after: '3' })).toBe(false));
});

describe('routes', () => {
  const all = Object.values<Route>(routes);
  it('are all different', () => expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length));
  it('name every parameter of their path, and no other', () => {
    for (const { path, params } of all) {
      const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      expect(Object.keys(params?.shape ?? {})).toEqual(named);
    }
  });
  it('answer 201 to what makes something, 204 where there is nothing to say', () => {
    expect(routeStatus(routes.createServer)).toBe(201);
    expect(routeStatus(routes.deleteServer)).toBe(204);
    expect(routeStatus(routes.login)).toBe(200);
    expect(routeStatus(routes.listServers)).toBe(200);
  });
});

describe('errors', () => {
  it('have a status that fits', () => {
    for (const [status, title] of Object.values(errorCodes)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).not.toBe('');
    }
  });
});

describe('events', () => {
  it('drop what is not in the schema', () => {
    const typing = singleServerEvents.typing.parse({ channelId: '1', userId: '2', active: true, passwordHash: 'secret' });
    expect(typing).toEqual({ channelId: '1', userId: '2', active: true });
  });
  it('travel together in order', () => {
    const frame = [
      ['typing', { channelId: '1', userId: '2', active: true }],
      ['typing', { channelId: '1', userId: '2', active: false }],
    ];
    expect(serverEvents.events.parse(frame)).toEqual(frame);
    expect(accepts(serverEvents.events, [['no:such:event', {}]])).toBe(false);
  });
});
