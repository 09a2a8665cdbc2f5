import { expect, jest, test } from '@jest/globals';
import { actOf } from './keys';

const pressed = (key: string, more: object = {}) => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
});

function play(key: string, { onButton = false, ...more }: { onButton?: boolean; ctrlKey?: boolean; code?: string } = {}): unknown {
  const [toggle, seek] = [jest.fn(), jest.fn()];
  actOf(pressed(key, more), { toggle, seek, at: 20, duration: 60 }, onButton)?.();
  return toggle.mock.calls.length > 0 ? 'toggle' : (seek.mock.calls[0]?.[0] ?? null);
}

test.each([
  [' ', 'toggle'],
  ['k', 'toggle'],
  ['ArrowLeft', 15],
  ['ArrowRight', 25],
  ['ArrowUp', 25],
  ['ArrowDown', 15],
  ['Home', 0],
  ['End', 60],
  ['x', null],
  ['Enter', null],
])('%j leads to %j', (key, end) => {
  expect(play(key)).toBe(end);
});

test('a button that has the focus keeps its own keys', () => {
  expect(play(' ', { onButton: true })).toBeNull();
  expect(play('ArrowLeft', { onButton: true })).toBeNull();
  expect(play('k', { onButton: true })).toBe('toggle');
});

test('keys of another script count by their place, and those of the browser are its own', () => {
  expect(play('ن', { code: 'KeyK' })).toBe('toggle');
  expect(play('ArrowLeft', { ctrlKey: true })).toBeNull();
});
