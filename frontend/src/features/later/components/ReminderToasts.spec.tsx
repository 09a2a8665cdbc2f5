import { afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Reminder } from '@hearth/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { buildMessage } from '@/features/messages/fixtures';
import { startI18n } from '@/i18n';
import { UiProvider, englishLabels } from '@/ui';
import { someTurns } from '../../../../test/turns';
import { remindersKey } from '../queries';
import ReminderToasts from './ReminderToasts';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

const WHEN = '2026-11-21T09:00:00.000Z';
const reminder = (number: number, firedAt: string | null): Reminder => ({
  ...{ id: `${number}`, serverId: null, channelId: '1', messageId: `${number}`, remindAt: WHEN, firedAt, createdAt: WHEN },
  message: buildMessage({ seq: number, content: `No. ${number}` }),
});

const onList = jest.fn();
/** What the server says is there: `due` of `1` to `all`. */
async function load(due: readonly number[], all: number): Promise<void> {
  const list = Array.from({ length: all }, (_, index) => reminder(index + 1, due.includes(index + 1) ? WHEN : null));
  queryClient.setQueryData(remindersKey, list);
  await act(someTurns);
}
const seen = () => [...document.querySelectorAll('[data-toast]')].map(({ textContent }) => textContent ?? '');

beforeAll(() => startI18n());
beforeEach(() => {
  queryClient.setQueryDefaults(remindersKey, { staleTime: Infinity });
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <ReminderToasts onList={onList} />
      </UiProvider>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

it('what was due before is told of as one, and what becomes due by itself', async () => {
  await load([1, 2], 3);
  await screen.findByText('2 reminders are due');
  await load([1, 2, 3], 3);
  await screen.findByText(/No\. 3$/);
  expect(seen().filter((text) => /No\./.test(text))).toHaveLength(1);
});

it('what became due while nothing was heard is told of with the next load, and once', async () => {
  await load([], 2);
  await load([1], 2);
  await screen.findByText(/No\. 1$/);
  await load([1], 3);
  await load([1, 2], 3);
  await screen.findByText(/No\. 2$/);
  expect(seen()).toHaveLength(2);
  // Put off on another device.
  await load([2], 3);
  await waitFor(() => expect(seen()).toEqual([expect.stringMatching(/No\. 2/)]));
});

it('many at once are told of as one', async () => {
  await load([], 5);
  await load([1, 2, 3, 4], 5);
  await screen.findByText('4 reminders are due');
  expect(seen()).toHaveLength(1);
});
