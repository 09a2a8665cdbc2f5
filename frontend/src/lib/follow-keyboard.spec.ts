import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { followKeyboard } from './follow-keyboard';

const viewport = Object.assign(new EventTarget(), { height: 800, scale: 1 });

beforeAll(() => {
  Object.assign(window, { visualViewport: viewport, innerHeight: 800 });
  followKeyboard();
});

beforeEach(() => void show(800));

/** What one sees of the page. */
function show(height: number, scale = 1): string {
  Object.assign(viewport, { height, scale });
  viewport.dispatchEvent(new Event('resize'));
  return document.documentElement.style.getPropertyValue('--keyboard');
}

it('ends the page above a keyboard that lies over it, until it is gone', () => {
  expect(show(480)).toBe('320px');
  expect(show(800)).toBe('0px');
});

it('leaves the page alone where a bar of the browser comes, or somebody zooms in', () => {
  expect(show(740)).toBe('0px');
  expect(show(400, 2)).toBe('0px');
});
