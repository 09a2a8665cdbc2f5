import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { hasPermission, permissionsOf } from '@hearth/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { buildChannel } from '@/features/channels/fixtures';
import { applyReady, servers } from './cache';
import { buildMember, buildRole, buildServer } from './fixtures';
import { useCan, useChannelPermissions } from './permissions';
import { useRestriction } from './restriction';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const at = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString();
const channel = buildChannel({ id: '1' });

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
  jest.useRealTimers();
  queryClient.clear();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

test('a moderator may moderate again as soon as a timeout is over', () => {
  const moderator = buildRole({ id: '10', position: 0, permissions: permissionsOf('VIEW_CHANNEL', 'MANAGE_CHANNELS').toString() });
  servers.set(applyReady([buildServer({ id: '10', roles: [moderator], me: buildMember({ timeoutUntil: at(60) }) })]));
  const { result } = renderHook(() => ({ permissionsIn: useChannelPermissions('10'), can: useCan('10', 'MANAGE_CHANNELS') }), { wrapper });
  const mays = () => [hasPermission(result.current.permissionsIn(channel), 'MANAGE_CHANNELS'), result.current.can];
  expect(mays()).toEqual([false, false]);
  const before = result.current.permissionsIn;
  pass(59_000);
  expect(result.current.permissionsIn).toBe(before);
  pass(1_000);
  expect(mays()).toEqual([true, true]);
});

test('one restriction may follow another', () => {
  const role = buildRole({ id: '10', position: 0, permissions: permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES').toString() });
  const me = buildMember({ timeoutUntil: at(60) });
  const held = applyReady([buildServer({ id: '10', roles: [role], verificationLevel: 'MEDIUM', me })]);
  servers.set(held);
  const [server] = held;
  if (!server) throw new Error('no server');
  const { result } = renderHook(() => ({ kind: useRestriction(server)?.kind, can: useCan('10', 'SEND_MESSAGES') }), { wrapper });
  expect(result.current).toEqual({ kind: 'TIMEOUT', can: false });
  pass(60_000);
  expect(result.current).toEqual({ kind: 'UNVERIFIED', can: false });
  pass(9 * 60_000);
  expect(result.current).toEqual({ kind: undefined, can: true });
});
