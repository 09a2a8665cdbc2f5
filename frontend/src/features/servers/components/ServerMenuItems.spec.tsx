import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { holdChannel, readMarker, readStateOf } from '@/features/channels';
import { joinedThreads } from '@/features/channels/cache';
import { buildChannel, buildThread } from '@/features/channels/fixtures';
import { servers } from '@/features/servers';
import { startI18n } from '@/i18n';
import { Menu, UiProvider, englishLabels } from '@/ui';
import { applyReady } from '../cache';
import { buildServer } from '../fixtures';
import ServerMenuItems from './ServerMenuItems';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

const server = buildServer({ id: '10' });
const places = [
  buildChannel({ id: '1', lastSeq: 3 }),
  buildChannel({ id: '2', lastSeq: 5 }),
  buildThread({ id: '3', parentId: '1', lastSeq: 2 }),
];

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
});
beforeEach(() => {
  servers.set(applyReady([server]));
  for (const channel of places) holdChannel(channel);
  joinedThreads.set({ '3': true });
});
afterEach(() => {
  cleanup();
  readMarker.reset();
  queryClient.clear();
});

async function markRead(): Promise<HTMLElement> {
  const ignore = () => undefined;
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <Menu trigger={<button>Harbour Street</button>}>
          <ServerMenuItems
            server={server}
            {...{
              onInvite: ignore,
              onCreateChannel: ignore,
              onCreateCategory: ignore,
              onSettings: ignore,
              onNickname: ignore,
              onLeave: ignore,
            }}
          />
        </Menu>
      </UiProvider>
    </QueryClientProvider>,
  );
  await act(() => fireEvent.click(screen.getByRole('button', { name: 'Harbour Street' })));
  return screen.findByRole('menuitem', { name: 'Mark as read' });
}

it('reads all channels of the server, and the threads that one is in', async () => {
  const item = await markRead();
  await act(() => fireEvent.click(item));
  expect(places.map(({ id }) => readStateOf(id).lastReadSeq)).toEqual([3, 5, 2]);
});

it('offers that only where something is unread', async () => {
  for (const { id, lastSeq } of places) readMarker.markRead(id, lastSeq, true);
  expect((await markRead()).getAttribute('aria-disabled')).toBe('true');
});
