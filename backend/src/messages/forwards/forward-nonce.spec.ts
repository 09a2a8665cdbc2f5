import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { nonce } from '@hearth/contract';
import { forwardNonce } from './forward-nonce.js';

it('each message of a request has a nonce of its own, the same every time', () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const made = [
    forwardNonce(one, '1', 'message'),
    forwardNonce(one, '1', 'comment'),
    forwardNonce(one, '2', 'message'),
    forwardNonce(other, '1', 'message'),
  ];
  expect(new Set(made).size).toBe(4);
  for (const each of made) expect(nonce.parse(each)).toBe(each);
  expect(forwardNonce(one, '1', 'message')).toBe(made[0]);
});
