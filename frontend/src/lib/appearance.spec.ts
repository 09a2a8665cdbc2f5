import { expect, test } from '@jest/globals';
import { rootStateOf, type Appearance } from './appearance';

const plain: Appearance = { theme: 'system', contrast: 'system', fontSize: 16, motion: 'system', dir: 'ltr', lang: 'en' };

test('what people know leaves the browser its own size', () => {
  expect(rootStateOf(plain)).toEqual({
    attributes: { 'data-theme': 'system', 'data-contrast': 'system', 'data-motion': 'system', dir: 'ltr', lang: 'en' },
    fontSize: '100%',
  });
});

test('a size scales the root, within 12 to 24', () => {
  expect(rootStateOf({ ...plain, fontSize: 20 }).fontSize).toBe('125%');
  expect(rootStateOf({ ...plain, fontSize: 4 }).fontSize).toBe('75%');
  expect(rootStateOf({ ...plain, fontSize: 90 }).fontSize).toBe('150%');
});
