import { afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@hearth/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { servers } from '@/features/servers';
import { applyReady } from '@/features/servers/cache';
import { buildMember, buildRole, buildServer } from '@/features/servers/fixtures';
import { startI18n } from '@/i18n';
import { loadManagementTexts } from '@/i18n/i18n';
import { Menu, UiProvider } from '@/ui';
import MemberMenuItems from './MemberMenuItems';

const member = buildMember({ userId: '102' });
const refusal = { type: 'about:blank', title: 'x', detail: 'x', requestId: 'r1' };
const gone = { ...refusal, status: 404, code: 'NOT_FOUND' };
const refused = { ...refusal, status: 403, code: 'MISSING_PERMISSION' };

beforeAll(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  await startI18n();
  await loadManagementTexts();
});
beforeEach(() => {
  const moderator = buildRole({ id: '5', position: 2, permissions: permissionsOf('VIEW_CHANNEL', 'BAN_MEMBERS').toString() });
  const server = buildServer({ roles: [buildRole({ id: '10', position: 0 }), moderator], me: buildMember({ roleIds: ['5'] }) });
  servers.set(applyReady([server]));
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

/** Opens the menu about somebody of whom the server says this. */
async function openMenu(answer: Promise<object>): Promise<void> {
  globalThis.fetch = jest.fn<typeof fetch>(async () => {
    const body = await answer;
    return { status: 'status' in body ? body.status : 200, text: () => Promise.resolve(JSON.stringify(body)) } as Response;
  });
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider dir="ltr">
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
  expect(await items()).toEqual(['Report', 'Ban']);
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
