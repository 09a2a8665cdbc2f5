import { afterEach, expect, it } from '@jest/globals';
import { QueryObserver } from '@tanstack/react-query';
import { someTurns } from '../../test/turns';
import { changeHeld } from './held';
import { queryClient } from './query-client';

const queryKey = ['words'];
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  queryClient.clear();
});

/** A list on screen. @returns answers the loads that wait, each with what was there when it was asked for */
function scene(there: string[]): () => Promise<void> {
  const answers: (() => void)[] = [];
  const queryFn = () => {
    const read = [...there];
    return new Promise<string[]>((resolve) => answers.push(() => resolve(read)));
  };
  ends.push(new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => undefined));
  return async () => {
    for (const answer of answers.splice(0)) answer();
    await someTurns();
  };
}

const held = () => queryClient.getQueryData(queryKey);

it('what is told of what is held changes it, and asks for nothing', async () => {
  const answer = scene(['one']);
  await answer();
  changeHeld<string[]>(queryKey, (list) => [...list, 'two']);
  expect(held()).toEqual(['one', 'two']);
  expect(queryClient.isFetching()).toBe(0);
});

it('what is told while it is loaded is not lost, whatever the load had read', async () => {
  const there = ['one'];
  const answer = scene(there);
  there.push('two');
  changeHeld<string[]>(queryKey, (list) => [...list, 'two']);
  await answer();
  await answer();
  expect(held()).toEqual(['one', 'two']);
  void queryClient.invalidateQueries({ queryKey });
  there.shift();
  changeHeld<string[]>(queryKey, (list) => list.filter((word) => word !== 'one'));
  expect(held()).toEqual(['two']);
  await answer();
  await answer();
  expect(held()).toEqual(['two']);
});
