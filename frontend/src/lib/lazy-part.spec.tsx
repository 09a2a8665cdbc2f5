/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { latePart, lazyPart, loadParts, persistently } from './lazy-part';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const away = new TypeError('Failed to fetch dynamically imported module');

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

/** Fails so often, as while the network is away. */
function failing(times: number) {
  const load = jest.fn(() => Promise.resolve({ default: () => <p>Menu</p> }));
  for (let failure = 0; failure < times; failure += 1) load.mockRejectedValueOnce(away);
  return load;
}

test('what cannot be loaded is asked for again until it comes', async () => {
  const load = failing(2);
  const Part = lazyPart(load);
  await act(async () =>
    render(
      <Suspense fallback="Loading">
        <Part />
      </Suspense>,
    ),
  );
  expect(screen.queryByText('Loading')).not.toBeNull();
  await pass(6_000);
  expect(screen.queryByText('Menu')).not.toBeNull();
  expect(load).toHaveBeenCalledTimes(3);
});

test('what never comes fails in the end', async () => {
  const load = failing(100);
  const outcome = expect(persistently(load)).rejects.toBe(away);
  await pass(120_000);
  await outcome;
  expect(load).toHaveBeenCalledTimes(30);
});

test('what can be done without waits for the rest', async () => {
  const load = failing(0);
  const Part = latePart(load);
  await act(async () =>
    render(
      <Suspense fallback="Loading">
        <Part />
      </Suspense>,
    ),
  );
  await pass(60_000);
  expect(load).not.toHaveBeenCalled();
  loadParts();
  await pass(0);
  expect(screen.queryByText('Menu')).not.toBeNull();
});

test('every part is had at hand before it is shown, and one that fails holds up none', async () => {
  const [lost, found] = [failing(100), failing(0)];
  lazyPart(lost);
  lazyPart(found);
  loadParts();
  await pass(120_000);
  expect(lost).toHaveBeenCalledTimes(30);
  expect(found).toHaveBeenCalledTimes(1);
});
