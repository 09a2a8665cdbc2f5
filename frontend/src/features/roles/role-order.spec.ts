import { expect, test } from '@jest/globals';
import type { Role } from '@hearth/contract';
import { orderedRoles, positionsOf } from './role-order';

const role = (id: string, position: number): Role => ({
  id,
  name: id,
  color: null,
  hoist: false,
  mentionable: false,
  position,
  permissions: '0',
});

test('the highest role stands first and @everyone has no place', () => {
  const roles = [role('10', 0), role('11', 1), role('13', 2), role('12', 2), role('14', 3)];
  expect(orderedRoles(roles, '10').map(({ id }) => id)).toEqual(['14', '13', '12', '11']);
});

test('places are counted from the lowest', () => {
  expect(positionsOf(['14', '13', '11'])).toEqual([
    { id: '14', position: 3 },
    { id: '13', position: 2 },
    { id: '11', position: 1 },
  ]);
});
