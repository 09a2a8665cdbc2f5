import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { navigate } from 'wouter/use-browser-location';
import { someTurns } from '../../test/turns';
import { useClosedByBack } from './closed-by-back';

const LIST = '/list';
const CHANNEL = '/channel';

beforeEach(() => {
  history.pushState(null, '', LIST);
  history.pushState(null, '', CHANNEL);
});

afterEach(cleanup);

/** Something that lies over the page while it is open. */
function over(isOpen: boolean, mayClose = true) {
  const set = (next: boolean) => rerender({ isOpen: next });
  const close = jest.fn(() => mayClose && set(false));
  const { rerender } = renderHook((props) => useClosedByBack(props.isOpen, close), { initialProps: { isOpen } });
  return { close, set };
}

/** Until the history has come to rest. */
const rest = () => act(someTurns);

async function goBack(): Promise<void> {
  history.back();
  await rest();
}

test('going back closes what is uppermost, and leads on only when nothing is open', async () => {
  const below = over(true);
  const above = over(true);
  await rest();
  await goBack();
  expect(above.close).toHaveBeenCalledTimes(1);
  expect(below.close).not.toHaveBeenCalled();
  await goBack();
  expect(below.close).toHaveBeenCalledTimes(1);
  expect(location.pathname).toBe(CHANNEL);
  await goBack();
  expect(location.pathname).toBe(LIST);
});

test('what is closed in another way leaves nothing to go back through', async () => {
  const dialog = over(true);
  await rest();
  dialog.set(false);
  await rest();
  expect(location.pathname).toBe(CHANNEL);
  await goBack();
  expect(dialog.close).not.toHaveBeenCalled();
  expect(location.pathname).toBe(LIST);
});

test('a menu whose item opens a dialog hands its place on', async () => {
  const menu = over(true);
  const dialog = over(false);
  await rest();
  menu.set(false);
  dialog.set(true);
  await rest();
  await goBack();
  expect(menu.close).not.toHaveBeenCalled();
  expect(dialog.close).toHaveBeenCalledTimes(1);
  expect(location.pathname).toBe(CHANNEL);
});

test('what opens while the way back of another is being gone stays open', async () => {
  const menu = over(true);
  await rest();
  menu.set(false);
  await act(() => Promise.resolve());
  const dialog = over(true);
  await rest();
  expect(dialog.close).not.toHaveBeenCalled();
  await goBack();
  expect(dialog.close).toHaveBeenCalledTimes(1);
  expect(location.pathname).toBe(CHANNEL);
});

test('who is led elsewhere by what was open comes back in one step', async () => {
  const dialog = over(true);
  await rest();
  history.pushState(null, '', '/elsewhere');
  dialog.set(false);
  await rest();
  expect(location.pathname).toBe('/elsewhere');
  await goBack();
  expect(location.pathname).toBe(CHANNEL);
  await goBack();
  expect(location.pathname).toBe(LIST);
});

test('who is led elsewhere a moment after stays there', async () => {
  const dialog = over(true);
  await rest();
  dialog.set(false);
  await act(() => Promise.resolve());
  act(() => navigate('/elsewhere'));
  await rest();
  expect(location.pathname).toBe('/elsewhere');
  await goBack();
  expect(location.pathname).toBe(CHANNEL);
});

test('what was left behind by several is one step', async () => {
  const [below, above] = [over(true), over(true)];
  await rest();
  above.set(false);
  below.set(false);
  await rest();
  await goBack();
  expect(location.pathname).toBe(LIST);
});

test('what is open below something that was closed in another way is closed by one step', async () => {
  const [below, above] = [over(true), over(true)];
  await rest();
  above.set(false);
  await rest();
  await goBack();
  expect(below.close).toHaveBeenCalledTimes(1);
  expect(location.pathname).toBe(CHANNEL);
});

test('what will not be closed asks again each time', async () => {
  const { close } = over(true, false);
  await rest();
  await goBack();
  await goBack();
  expect(close).toHaveBeenCalledTimes(2);
  expect(location.pathname).toBe(CHANNEL);
});
