import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { readMarker, readStateOf } from '@/features/channels';
import { startI18n } from '@/i18n';
import { Menu, UiProvider, englishLabels } from '@/ui';
import { holdChannels } from '../cache';
import { buildChannel } from '../fixtures';
import ChannelMenuItems from './ChannelMenuItems';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
});
afterEach(() => {
  cleanup();
  readMarker.reset();
  queryClient.clear();
});

it('reads the channel, also the one that is open and was marked unread by hand', async () => {
  const channel = buildChannel({ id: '1', lastSeq: 3 });
  holdChannels('10', [channel]);
  readMarker.markRead('1', 3);
  readMarker.markUnread('1', 2);
  expect(readStateOf('1').markedUnreadSeq).toBe(2);
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <Menu trigger={<button>Act</button>}>
          <ChannelMenuItems channel={channel} unread={2} actions={{}} />
        </Menu>
      </UiProvider>
    </QueryClientProvider>,
  );
  await act(() => fireEvent.click(screen.getByRole('button', { name: 'Act' })));
  await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: 'Mark as read' })));
  expect(readStateOf('1').markedUnreadSeq).toBeNull();
});
