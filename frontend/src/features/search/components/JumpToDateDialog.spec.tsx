import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { buildChannel } from '@/features/channels/fixtures';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { UiProvider, englishLabels } from '@/ui';
import JumpToDateDialog from './JumpToDateDialog';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
  await loadManagementTexts();
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

const DAY = '2026-11-20';

/** Asks for a day, of which the server says this. Answers with the time that was asked for. */
async function jumpTo(day: string, answer: { seq: number | null }, onOpenChange = jest.fn()): Promise<string | null> {
  let asked: string | null = null;
  globalThis.fetch = jest.fn<typeof fetch>((url) => {
    asked = new URL(url as string, location.href).searchParams.get('at');
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answer)) } as Response);
  });
  history.replaceState(null, '', '/servers/10/channels/1');
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <JumpToDateDialog channel={buildChannel({ id: '1' })} open onOpenChange={onOpenChange} />
      </UiProvider>
    </QueryClientProvider>,
  );
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: day } });
  await act(() => fireEvent.click(screen.getByRole('button', { name: 'Jump' })));
  await waitFor(() => expect(asked).not.toBeNull());
  return asked;
}

it('leads to the first message since the midnight of the day, as this place counts it', async () => {
  const onOpenChange = jest.fn();
  const asked = await jumpTo(DAY, { seq: 7 }, onOpenChange);
  expect(Date.parse(asked ?? '')).toBe(new Date(`${DAY}T00:00`).getTime());
  await waitFor(() => expect(location.pathname + location.search).toBe('/servers/10/channels/1?at=7'));
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

it('stays where there is nothing to lead to, and says so', async () => {
  await jumpTo(DAY, { seq: null });
  expect(await screen.findByText('Nothing was written here yet.')).not.toBeNull();
  expect(location.search).toBe('');
});
