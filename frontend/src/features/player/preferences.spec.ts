import { afterEach, expect, it } from '@jest/globals';
import { followPreferences, usePreferences } from './preferences';

afterEach(() => usePreferences.setState({ speed: 1, volume: 1, muted: false }));

it.each([
  { kept: { speed: 1.5, volume: 0.5 }, played: { playbackRate: 1.5, volume: 0.5 } },
  { kept: { speed: 99, volume: 5 }, played: { playbackRate: 1, volume: 1 } },
  { kept: { speed: -1, volume: -5 }, played: { playbackRate: 1, volume: 0 } },
])('plays as is preferred, as far as a browser can: $kept', ({ kept, played }) => {
  usePreferences.setState(kept);
  const media = document.createElement('audio');
  followPreferences(media)();
  expect(media).toMatchObject(played);
});
