import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { realtime, watchNetwork } from './client';

let visibility: DocumentVisibilityState = 'visible';

beforeAll(() => {
  Object.defineProperty(document, 'visibilityState', { get: () => visibility });
  watchNetwork();
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the connection is looked after at once', () => {
  it.each(['online', 'offline'])('when the browser goes %s', (change) => {
    const verify = jest.spyOn(realtime, 'verify').mockReturnValue();
    window.dispatchEvent(new Event(change));
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['visible', 1],
    ['hidden', 0],
  ] as const)('when the tab is %s: %d times', (state, times) => {
    const verify = jest.spyOn(realtime, 'verify').mockReturnValue();
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(verify).toHaveBeenCalledTimes(times);
  });
});
