import { afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { holdChannel } from '@/features/channels';
import { buildChannel, buildThread } from '@/features/channels/fixtures';
import { ben, buildMessage } from '@/features/messages/fixtures';
import { relationshipsEvents } from '@/features/relationships';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { ThreadBeginning } from './ThreadBeginning';

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

const { fetch } = globalThis;
const thread = buildThread({ id: '7', parentId: '1' });
const starter = { ...buildMessage({ seq: 1, author: ben, content: 'what it began with' }), id: thread.id };

beforeAll(async () => {
  await startI18n();
  await loadManagementTexts();
});

beforeEach(() => {
  globalThis.fetch = jest.fn<typeof fetch>((url) => {
    const body = JSON.stringify(typeof url === 'string' && url.includes('/messages/') ? starter : ben);
    return Promise.resolve({
      ok: true,
      status: 200,
      json: () => Promise.resolve(JSON.parse(body)),
      text: () => Promise.resolve(body),
    } as Response);
  });
  holdChannel(buildChannel({ id: '1' }));
  holdChannel(thread);
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  globalThis.fetch = fetch;
});

const show = () => render(<QueryClientProvider client={queryClient} children={<ThreadBeginning threadId={thread.id} />} />);

it('quotes the message at which it began', async () => {
  show();
  expect(await screen.findByText('what it began with')).toBeTruthy();
});

it.each([
  ['blocked', { type: 'BLOCKED', ignored: false } as const],
  ['ignored', { type: null, ignored: true } as const],
])('quotes nothing of somebody who is %s', async (_how, how) => {
  relationshipsEvents['relationship:update']({ user: ben, createdAt: '2026-11-21T09:00:00.000Z', ...how });
  show();
  expect(await screen.findByText('Hidden, because you block or ignore this person.')).toBeTruthy();
  expect(screen.queryByText('what it began with')).toBeNull();
});
