import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { isAllowedOrigin } from './origin.js';

const from = (origin: string | undefined, host = 'chat.example.org') => ({ headers: { origin, host } }) as IncomingMessage;

describe('isAllowedOrigin', () => {
  it.each([
    ['no page', undefined, undefined, true],
    ['the own host', 'http://chat.example.org', undefined, true],
    ['another host', 'http://evil.example.org', undefined, false],
    ['another port', 'http://chat.example.org:8080', undefined, false],
    ['an opaque origin', 'null', undefined, false],
    ['PUBLIC_URL', 'https://public.example.org', 'https://public.example.org', true],
    ['the own host where PUBLIC_URL is another', 'http://chat.example.org', 'https://public.example.org', false],
    ['PUBLIC_URL without TLS', 'http://public.example.org', 'https://public.example.org', false],
  ])('%s', (_, origin, publicUrl, allowed) => {
    expect(isAllowedOrigin(from(origin), publicUrl)).toBe(allowed);
  });
});
