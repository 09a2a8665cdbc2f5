import { beforeEach, expect, it, jest } from '@jest/globals';
import { createStore } from 'zustand';
import { forgetPerson, keepOnDevice } from './kept-on-device';

const build = () => {
  const store = createStore(() => ({ width: 16, open: true, busy: false }));
  keepOnDevice(store, 'hearth.test', ['width', 'open']);
  return store;
};

beforeEach(() => localStorage.clear());

it('begins as it was left, but for what is not to be kept', () => {
  build().setState({ width: 20, busy: true });
  expect(build().getState()).toEqual({ width: 20, open: true, busy: false });
});

it.each(['not JSON', '{}', 'null', '{"state":null}'])('begins anew where the storage says %s', (text) => {
  localStorage.setItem('hearth.test', text);
  expect(build().getState()).toEqual({ width: 16, open: true, busy: false });
});

it.each([null, 5, 'x', {}, [null], [5]])('leaves a list as it is where %j lies there, and takes the rest', (ids) => {
  localStorage.setItem('hearth.test', JSON.stringify({ state: { ids, used: [], last: 5, width: '20', open: false } }));
  const store = createStore(() => ({ ids: [] as string[], used: {}, last: null, width: 16, open: true }));
  keepOnDevice(store, 'hearth.test', ['ids', 'used', 'last', 'width', 'open']);
  expect(store.getState()).toEqual({ ids: [], used: {}, last: null, width: 16, open: false });
});

it('goes on where nothing can be written', () => {
  const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const store = build();
  store.setState({ width: 20 });
  expect(store.getState().width).toBe(20);
  setItem.mockRestore();
});

it('forgets what tells of a person, also what is not loaded, and nothing else', () => {
  const searches = createStore(() => ({ searches: [] as string[] }));
  keepOnDevice(searches, 'hearth.searches', ['searches']);
  searches.setState({ searches: ['harbour'] });
  localStorage.setItem('hearth.emoji', '{"state":{"used":{"🍞":{}}}}');
  build().setState({ width: 20 });
  forgetPerson();
  expect(searches.getState()).toEqual({ searches: [] });
  expect(Object.keys(localStorage)).toEqual(['hearth.test']);
  expect(build().getState().width).toBe(20);
});
