import { expect, it } from '@jest/globals';
import { changesBetween } from './changes.js';

it('names what differs, and nothing else', () => {
  const at = new Date('2026-11-21T09:00:00.000Z');
  expect(changesBetween({ name: 'a', bits: 1n, tags: ['x'], at: null }, { name: 'b', bits: 1n, tags: ['x'], at })).toEqual([
    { key: 'name', before: 'a', after: 'b' },
    { key: 'at', before: null, after: at.toISOString() },
  ]);
});

it('tells of what was made and of what is gone', () => {
  expect(changesBetween(null, { name: 'a', topic: null })).toEqual([{ key: 'name', before: null, after: 'a' }]);
  expect(changesBetween({ bits: 8n }, null)).toEqual([{ key: 'bits', before: '8', after: null }]);
});
