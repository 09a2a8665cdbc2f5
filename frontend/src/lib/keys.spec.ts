import { describe, expect, it } from '@jest/globals';
import { isComposing, isPressed } from './keys';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code: string, modifiers: Partial<typeof none> = {}) => ({ key, code, ...none, ...modifiers });

describe('isPressed', () => {
  it.each([
    ['e', press('e', 'KeyE')],
    ['alt+shift+up', press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true })],
    ['mod+k', press('k', 'KeyK', { ctrlKey: true })],
    ['mod+k', press('k', 'KeyK', { metaKey: true })],
    ['shift+delete', press('Delete', 'Delete', { shiftKey: true })],
    ['plus', press('+', 'Equal', { shiftKey: true })],
    // A German keyboard.
    ['mod+/', press('/', 'Digit7', { ctrlKey: true, shiftKey: true })],
    // A Russian and an Arabic one.
    ['r', press('к', 'KeyR')],
    ['mod+/', press('ظ', 'Slash', { ctrlKey: true })],
    // With Caps Lock.
    ['r', press('R', 'KeyR')],
  ])('%s: %j', (keys, event) => {
    expect(isPressed(keys, event)).toBe(true);
  });

  it.each([
    ['e', press('e', 'KeyE', { ctrlKey: true })],
    ['e', press('E', 'KeyE', { shiftKey: true })],
    ['alt+up', press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true })],
    ['delete', press('Backspace', 'Backspace')],
    // Where letters stand elsewhere, the letter counts.
    ['q', press('a', 'KeyQ')],
    ['mod+/', press('-', 'Slash', { ctrlKey: true })],
  ])('not %s: %j', (keys, event) => {
    expect(isPressed(keys, event)).toBe(false);
  });
});

it.each([
  ['while somebody composes', { isComposing: true, keyCode: 13 }, true],
  ['that ends a composition in Safari', { isComposing: false, keyCode: 229 }, true],
  ['alone', { isComposing: false, keyCode: 13 }, false],
])('Enter %s belongs to the input method: %j', (_, event, belongs) => {
  expect(isComposing(event)).toBe(belongs);
});
