import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { buildMember } from '@/features/servers/fixtures';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { UiProvider, englishLabels } from '@/ui';
import { NicknameDialog } from './NicknameDialog';

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

const member = buildMember({ userId: '102', nickname: 'Benny' });
const refusal = { type: 'about:blank', title: 'x', status: 403, code: 'MISSING_PERMISSION', detail: 'x', requestId: 'r1' };

/** Answers to the questions about the member, one after the other. */
function answerWith(...answers: { status: number; body: object }[]): void {
  globalThis.fetch = jest.fn<typeof fetch>(async () => {
    const { status, body } = answers.shift() ?? { status: 200, body: member };
    return { ok: status < 400, status, json: () => Promise.resolve(body), text: () => Promise.resolve(JSON.stringify(body)) } as Response;
  });
}

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <NicknameDialog open onOpenChange={() => undefined} serverId="10" user={member.user} />
      </UiProvider>
    </QueryClientProvider>,
  );
const save = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Save' });

it('saves nothing before it knows what somebody is called, and asks again when that failed', async () => {
  answerWith({ status: 403, body: refusal });
  open();
  expect((await save()).disabled).toBe(true);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /Nickname/ })).value).toBe('Benny');
  expect((await save()).disabled).toBe(false);
});
