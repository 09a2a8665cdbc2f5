import { expect, it } from '@jest/globals';
import { withWanted } from './wanted';

const held = [
  { emoji: '🎉', count: 2, me: true },
  { emoji: '❤️', count: 1, me: false },
  { emoji: '👀', count: 1, me: true },
];

it.each([
  ['adds to a kind that is there', { '❤️': true }, ['🎉2+', '❤️2+', '👀1+']],
  ['adds a kind at the end', { '🦥': true }, ['🎉2+', '❤️1', '👀1+', '🦥1+']],
  ['takes one away', { '🎉': false }, ['🎉1', '❤️1', '👀1+']],
  ['drops the last of a kind', { '👀': false }, ['🎉2+', '❤️1']],
  ['knows what the server said already', { '🎉': true, '❤️': false, '🔥': false }, ['🎉2+', '❤️1', '👀1+']],
])('%s', (_, wanted, shown) => {
  const reactions = withWanted(held, wanted);
  expect(reactions.map(({ emoji, count, me }) => `${emoji}${count}${me ? '+' : ''}`)).toEqual(shown);
});

it('is the same list when nothing is wanted', () => expect(withWanted(held, {})).toBe(held));
