import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { useConnectionStore } from '@/features/connection/connection-store';
import { buildMessage } from '@/features/messages/fixtures';
import { useFoundMessages } from './queries';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

/** The addresses that were asked. */
let asked: string[];

beforeEach(() => {
  asked = [];
  globalThis.fetch = jest.fn<typeof fetch>((url) => {
    asked.push(url as string);
    const page = { hits: [], nextCursor: null, mode: 'words' };
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(page)) } as Response);
  });
  queryClient.setQueryDefaults(['live', 'conversation'], { meta: { kept: 'window' } });
  const messages = [buildMessage({ seq: 1, content: 'the ship comes at noon' }), buildMessage({ seq: 2, content: 'which one?' })];
  queryClient.setQueryData(['live', 'conversation', '1'], { channelId: '1', messages });
  useConnectionStore.setState({ realtime: 'ready', hasLoaded: true, online: true });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
});

const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
const search = () => renderHook(() => useFoundMessages('ship', {}, 'newest', undefined), { wrapper }).result;

it('asks the server while it answers', async () => {
  const found = search();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatch(/q=ship&sort=newest/);
  expect(found.current.isHeldOnly).toBe(false);
});

it.each(['waiting', 'connecting'] as const)(
  'looks at what this device holds once the server is gone (%s), and asks it when it is back',
  async (state) => {
    const found = search();
    await waitFor(() => expect(asked).toHaveLength(1));
    act(() => useConnectionStore.setState({ realtime: state }));
    await waitFor(() => expect(found.current.isHeldOnly).toBe(true));
    await waitFor(() => expect(found.current.items.map(({ message }) => message.content)).toEqual(['the ship comes at noon']));
    expect(asked).toHaveLength(1);
    act(() => useConnectionStore.setState({ realtime: 'ready' }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(found.current.isHeldOnly).toBe(false);
  },
);
