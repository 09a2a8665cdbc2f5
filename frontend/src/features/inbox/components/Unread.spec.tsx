import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { queryClient } from '@/api';
import { holdChannel, readMarker, readStateOf } from '@/features/channels';
import { buildChannel } from '@/features/channels/fixtures';
import { addMention, unreadMentions } from '@/features/mentions';
import { ada, ben } from '@/features/messages/fixtures';
import { servers } from '@/features/servers';
import { applyReady } from '@/features/servers/cache';
import { buildServer } from '@/features/servers/fixtures';
import { me } from '@/features/users';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { UiProvider, englishLabels } from '@/ui';
import { Unread } from './Unread';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
  await loadManagementTexts();
});
beforeEach(() => {
  me.set({
    ...ada,
    bio: '',
    pronouns: '',
    bannerColor: null,
    banner: null,
    createdAt: '2026-11-21T09:00:00.000Z',
    email: null,
    isAdmin: false,
    status: 'online',
    statusText: '',
    statusExpiresAt: null,
  });
  servers.set(applyReady([buildServer({ id: '10' })]));
  holdChannel(buildChannel({ id: '1', name: 'general', lastSeq: 4 }));
  holdChannel(buildChannel({ id: '2', name: 'read', lastSeq: 0 }));
  holdChannel(buildChannel({ id: '5', serverId: null, type: 'DM', name: '', recipients: [ada, ben], lastSeq: 2 }));
  unreadMentions.update((held) => addMention(held, '1', 3));
});
afterEach(() => {
  cleanup();
  readMarker.reset();
  queryClient.clear();
});

const rows = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

it('has what is not read, with how much calls for the reader, until it is read', async () => {
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <Unread />
      </UiProvider>
    </QueryClientProvider>,
  );
  expect(rows()).toEqual([expect.stringContaining(ben.displayName), expect.stringContaining('general')]);
  expect(screen.getAllByRole('listitem').map((row) => row.querySelectorAll('[data-face]').length)).toEqual([1, 1]);
  const [dm, general] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(within(dm).getByText('2')).not.toBeNull();
  expect(within(general).getByText('1')).not.toBeNull();
  await act(() => fireEvent.click(within(general).getByRole('button', { name: 'Mark as read' })));
  expect(readStateOf('1').lastReadSeq).toBe(4);
  expect(rows()).toEqual([expect.stringContaining(ben.displayName)]);
});
