import { describe, expect, it } from '@jest/globals';
import { connectionState } from './connection';

describe('connectionState', () => {
  it.each([
    ['ready', true, true, 'connected'],
    ['ready', true, false, 'connected'],
    ['connecting', false, true, 'connecting'],
    ['waiting', false, true, 'connecting'],
    ['waiting', true, true, 'reconnecting'],
    ['connecting', true, true, 'reconnecting'],
    ['waiting', true, false, 'offline'],
    ['waiting', false, false, 'offline'],
  ] as const)('%s, loaded %s, online %s: %s', (realtime, hasLoaded, online, state) => {
    expect(connectionState({ realtime, hasLoaded, online })).toBe(state);
  });
});
