import { afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@hearth/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { servers } from '@/features/servers';
import { applyReady } from '@/features/servers/cache';
import { buildMember, buildRole, buildServer } from '@/features/servers/fixtures';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { Menu, UiProvider, englishLabels } from '@/ui';
import MemberMenuItems from './MemberMenuItems';

const member = buildMember({ userId: '102' });
const refusal = { type: 'about:blank', title: 'x', detail: 'x', requestId: 'r1' };
const gone = { ...refusal, status: 404, code: 'NOT_FOUND' };
const refused = { ...refusal, status: 403, code: 'MISSING_PERMISSION' };

// On a busy machine its parts take their time to load.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
  await loadManagementTexts();
});
beforeEach(() => {
  const moderator = buildRole({
    id: '5',
    position: 2,
    permissions: permissionsOf('VIEW_CHANNEL', 'BAN_MEMBERS', 'TIMEOUT_MEMBERS').toString(),
  });
  const server = buildServer({ roles: [buildRole({ id: '10', position: 0 }), moderator], me: buildMember({ roleIds: ['5'] }) });
  servers.set(applyReady([server]));
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

/** What was asked of the server to change. */
let changes: unknown[] = [];

/** Opens the menu about somebody of whom the server says this. */
async function openMenu(answer: Promise<object>): Promise<void> {
  changes = [];
  globalThis.fetch = jest.fn<typeof fetch>(async (_url, request) => {
    const body = await answer;
    if (request?.method === 'PATCH') changes.push(JSON.parse(request.body as string));
    return { status: 'status' in body ? body.status : 200, text: () => Promise.resolve(JSON.stringify(body)) } as Response;
  });
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr" labels={englishLabels}>
        <Menu trigger={<button>Act</button>}>
          <MemberMenuItems serverId="10" user={member.user} />
        </Menu>
      </UiProvider>
    </QueryClientProvider>,
  );
  await act(() => fireEvent.click(screen.getByRole('button', { name: 'Act' })));
}

const items = async () => (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);

it('says that it loads, and then what can be done about a member', async () => {
  let say: (member: object) => void = () => undefined;
  await openMenu(new Promise((resolve) => (say = resolve)));
  expect(await items()).toEqual(['Loading']);
  say(member);
  await screen.findByText('Ban');
  expect(await items()).toEqual(['Report', 'Time out', 'Ban']);
});

it('lets somebody who left be banned and reported', async () => {
  await openMenu(Promise.resolve(gone));
  await screen.findByText('Ban');
  expect(await items()).toEqual(['Report', 'Ban']);
});

it('says so when it does not know', async () => {
  await openMenu(Promise.resolve(refused));
  expect(await screen.findByText("This didn't load. Open the menu again.")).toBeTruthy();
});

it('ends a time-out, and puts it back as it was when that was a mistake', async () => {
  const timeoutUntil = new Date(Date.now() + 3_600_000).toISOString();
  await openMenu(Promise.resolve({ ...member, timeoutUntil }));
  fireEvent.click(await screen.findByText('End time-out'));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }, { timeout: 5_000 }));
  await waitFor(() => expect(changes).toEqual([{ timeoutUntil: null }, { timeoutUntil }]));
});
