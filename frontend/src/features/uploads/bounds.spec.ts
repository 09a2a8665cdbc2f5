/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { sorted } from './bounds';

const file = (name: string, type: string, bytes: number) => new File(['x'.repeat(bytes)], name, { type });
const [song, cat, notes] = [file('song.mp3', 'audio/mpeg', 5), file('cat.png', 'image/png', 20), file('notes', '', 5)];

test('what is too large, or of a kind that is not allowed, does not set out', () => {
  const bounds = { maxFileBytes: 10, kinds: ['image' as const, 'document' as const] };
  expect(sorted([song, cat, notes], bounds)).toEqual({ files: [notes], tooLarge: 1, notAllowed: 1 });
});

test('everything does while the server does not say', () => {
  expect(sorted([song, cat], null)).toEqual({ files: [song, cat], tooLarge: 0, notAllowed: 0 });
});
