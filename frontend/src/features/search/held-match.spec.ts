import { expect, it } from '@jest/globals';
import { parseSearch, type Message } from '@hearth/contract';
import { buildMessage, ben } from '@/features/messages/fixtures';
import { heldMatcher } from './held-match';

const searcher = { id: '102', zone: 'UTC', channelName: (id: string) => (id === '1' ? 'Bread' : undefined) };

const finds = (text: string, message: Partial<Message>): boolean =>
  heldMatcher(parseSearch(text, { year: 2026, month: 11, day: 21 }), searcher)(buildMessage({ seq: 1, ...message }));

it.each([
  ['creme', 'Crème brûlée for two'],
  ['TWO crème', 'Crème brûlée for two'],
  ['strasse', 'In der Straße'],
  ['کتاب', 'كتاب'],
  ['محمد', 'مُحَمَّد'],
  ['2026', '۲۰۲۶'],
  ['ёлка', 'Елка'],
  ['tarte', 'starters'],
  ['京都', '東京都'],
  ['"for two"', 'brûlée for two'],
  ['two -three', 'for two'],
])('%s finds %s, as on the server', (query, content) => {
  expect(finds(query, { content })).toBe(true);
});

it.each([
  ['й', 'и'],
  ['"or two"', 'brûlée for two'],
  ['two -brulee', 'Brûlée for two'],
  ['123456', '<@123456789>'],
])('%s does not find %s', (query, content) => {
  expect(finds(query, { content })).toBe(false);
});

it.each<[string, Partial<Message>, boolean]>([
  ['from:ada', {}, true],
  ['from:Ben', {}, false],
  ['from:ben from:ada', {}, true],
  ['-from:ada', {}, false],
  ['from:me', { author: ben }, true],
  ['in:bread', {}, true],
  ['in:cakes', {}, false],
  ['mentions:me', { mentions: [ben] }, true],
  ['mentions:me', {}, false],
  ['has:link', { content: 'see https://example.org' }, true],
  ['-has:link', { content: 'see https://example.org' }, false],
  ['is:pinned', { pinnedAt: '2026-11-21T09:00:00.000Z' }, true],
  ['is:pinned', {}, false],
  ['after:2026-11-20', {}, true],
  ['before:2026-11-21', {}, false],
  ['before:2026-11-22 after:2026-11-20', {}, true],
])('the filter %s', (query, message, isFound) => {
  expect(finds(query, message)).toBe(isFound);
});
