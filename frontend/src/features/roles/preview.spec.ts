import { expect, test } from '@jest/globals';
import type { PermissionName, UserSummary } from '@hearth/contract';
import { tellingChanges } from './preview';

const person = (id: string): UserSummary => ({ id, username: `user${id}`, displayName: `User ${id}`, avatar: null });
const people = (...ids: string[]) => ({ count: ids.length, members: ids.map(person) });
const change = (permission: PermissionName, gains: string[], loses: string[]) => ({
  permission,
  gains: people(...gains),
  loses: people(...loses),
});

test('whoever loses sight of a channel is not told again for every permission', () => {
  const view = change('VIEW_CHANNEL', [], ['1', '2']);
  expect(tellingChanges([change('SEND_MESSAGES', [], ['1']), view, change('CREATE_INVITE', [], ['2', '1'])])).toEqual([view]);
});

test('what others gain or lose is', () => {
  const send = change('SEND_MESSAGES', ['3'], ['1']);
  expect(tellingChanges([change('VIEW_CHANNEL', [], ['1']), send])).toEqual([
    change('VIEW_CHANNEL', [], ['1']),
    { ...send, loses: people() },
  ]);
  expect(tellingChanges([send])).toEqual([send]);
});
