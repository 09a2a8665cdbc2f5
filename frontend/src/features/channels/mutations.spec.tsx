import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Channel } from '@hearth/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { channelsOf, replaceChannels } from './cache';
import { buildChannel } from './fixtures';
import { useOrderChannels } from './mutations';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

const refusal = { type: 'about:blank', title: 'x', status: 403, code: 'MISSING_PERMISSION', detail: 'x', requestId: 'r1' };
const NETWORK = 'network';

const channels = (): Channel[] => [
  buildChannel({ id: '1', position: 0 }),
  buildChannel({ id: '2', position: 1 }),
  buildChannel({ id: '3', position: 0, type: 'CATEGORY' }),
];
const shown = () =>
  channelsOf('10')
    .get()
    .map(({ id, parentId }) => (parentId === null ? id : `${parentId}/${id}`));

/** Each call waits for its answer. */
let answers: ((body: object | typeof NETWORK, status?: number) => void)[];
let calls: string[];

beforeEach(() => {
  answers = [];
  calls = [];
  globalThis.fetch = jest.fn<typeof fetch>((_url, { method } = {}) => {
    calls.push(method ?? 'GET');
    return new Promise((resolve, reject) => {
      answers.push((body, status = 200) => {
        if (body === NETWORK) return reject(new TypeError('away'));
        const answer = { ok: status < 400, status, json: () => Promise.resolve(body), text: () => Promise.resolve(JSON.stringify(body)) };
        resolve(answer as Response);
      });
    });
  });
  replaceChannels(channels());
});

afterEach(() => {
  queryClient.clear();
});

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

const begin = () => renderHook(() => useOrderChannels('10'), { wrapper }).result;
const answer = async (index: number, body: object | typeof NETWORK, status?: number) => {
  await waitFor(() => expect(answers[index]).toBeDefined());
  answers[index]?.(body, status);
};

test('a move shows at once, and stays when it is stored', async () => {
  const order = begin();
  act(() => order.current.mutate([{ id: '2', position: 0, parentId: '3' }]));
  await waitFor(() => expect(shown()).toEqual(['1', '3/2', '3']));
  await answer(0, { channels: [buildChannel({ id: '2', position: 0, parentId: '3' })] });
  await waitFor(() => expect(order.current.isSuccess).toBe(true));
  expect(shown()).toEqual(['1', '3/2', '3']);
});

test('a move that is refused is taken back, as the server has it by then', async () => {
  const order = begin();
  act(() => order.current.mutate([{ id: '2', position: 0, parentId: '3' }]));
  await answer(0, refusal, 403);
  await waitFor(() => expect(shown()).toEqual(['1', '3', '2']));
  const [one, two, category] = channels();
  await answer(1, { channels: [one, { ...two, position: 0 }, { ...category, position: 1 }] });
  await waitFor(() => expect(order.current.isError).toBe(true));
  expect(shown()).toEqual(['1', '2', '3']);
  expect(calls).toEqual(['PATCH', 'GET']);
});

test('it is taken back also while the server cannot be asked', async () => {
  const order = begin();
  act(() => order.current.mutate([{ id: '2', position: 0, parentId: '3' }]));
  await answer(0, NETWORK);
  await answer(1, NETWORK);
  await waitFor(() => expect(order.current.isError).toBe(true));
  expect(shown()).toEqual(['1', '3', '2']);
});

test('two moves that are both refused leave nothing of either', async () => {
  const order = begin();
  act(() => {
    order.current.mutate([{ id: '1', position: 7 }]);
    order.current.mutate([{ id: '1', position: 9 }]);
  });
  for (const step of [0, 2]) {
    await answer(step, refusal, 403);
    await answer(step + 1, { channels: channels() });
  }
  await waitFor(() => expect(order.current.isError).toBe(true));
  expect(shown()).toEqual(['1', '3', '2']);
  expect(calls).toEqual(['PATCH', 'GET', 'PATCH', 'GET']);
});
