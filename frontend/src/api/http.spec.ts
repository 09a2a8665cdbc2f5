/** @jest-environment node */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, NetworkError, fieldErrors, hasCode } from './errors';
import { http } from './http';

const PROBLEM = {
  type: 'about:blank',
  title: 'The request is not valid',
  status: 400,
  code: 'VALIDATION',
  detail: 'no',
  errors: [
    { path: 'body.username', message: 'too short' },
    { path: 'body.username', message: 'wrong letters' },
  ],
  requestId: 'r',
};

const nothing = () => Promise.resolve();
let close: () => Promise<void> = nothing;
afterEach(() => close());

interface Received {
  method?: string;
  headers: Record<string, unknown>;
  body: string;
}

/** A real server that answers one thing to everything. */
async function serve(status: number, body: string): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      received.push({ ...(request.method && { method: request.method }), headers: request.headers, body: text });
      response.writeHead(status, { 'access-control-allow-origin': '*' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received };
}

describe('http', () => {
  it('sends JSON with token and request id', async () => {
    const { url, received } = await serve(200, '{"ok":true}');
    expect(await http({ method: 'POST', url, token: 't', body: { a: 1 } })).toEqual({ ok: true });
    const [request] = received;
    expect(request).toMatchObject({ method: 'POST', body: '{"a":1}' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/json' });
    expect(request?.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  it('answers undefined to an empty answer', async () => {
    const { url } = await serve(204, '');
    expect(await http({ method: 'DELETE', url, token: null })).toBeUndefined();
  });

  it('throws the problem of a refusal', async () => {
    const { url } = await serve(400, JSON.stringify(PROBLEM));
    const error: unknown = await http({ method: 'GET', url, token: null }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ problem: PROBLEM });
    expect(hasCode(error, 'NOT_FOUND', 'VALIDATION')).toBe(true);
    expect(hasCode(error, 'NOT_FOUND')).toBe(false);
    expect(fieldErrors(error)).toEqual({ username: 'too short' });
  });

  it.each([
    ['a page of a proxy', 502, '<html>Bad gateway</html>'],
    ['a page in place of data', 200, '<html>Sign in to the hotel</html>'],
    ['an answer without a problem', 503, '{}'],
  ])('takes %s for an unreachable server', async (_, status, body) => {
    const { url } = await serve(status, body);
    await expect(http({ method: 'GET', url, token: null })).rejects.toThrow(NetworkError);
  });

  it('says that nothing answers', async () => {
    const { url } = await serve(200, '');
    await close();
    close = nothing;
    await expect(http({ method: 'GET', url, token: null })).rejects.toThrow(NetworkError);
    expect(fieldErrors(new NetworkError('gone'))).toEqual({});
  });
});
