import { expect, test } from '@jest/globals';
import { nameColor } from './name-color';

const roles = [
  { id: 'everyone', color: null, position: 0 },
  { id: 'gardener', color: 0x11aa33, position: 1 },
  { id: 'moderator', color: 0x3355ff, position: 2 },
  { id: 'quiet', color: null, position: 3 },
];

test.each([
  ['nobody but everyone', [], null],
  ['one role', ['gardener'], 0x11aa33],
  ['the higher of two', ['gardener', 'moderator'], 0x3355ff],
  ['the highest that has a colour', ['quiet', 'gardener'], 0x11aa33],
  ['a role that is gone', ['gone'], null],
])('a name takes the colour of %s', (_what, roleIds, color) => {
  expect(nameColor(roles, roleIds)).toBe(color);
});

test('black is a colour', () => {
  expect(nameColor([{ id: 'night', color: 0, position: 1 }], ['night'])).toBe(0);
});
