import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PermissionRole } from '@hearth/contract';
import { planOrder, type RolePlace } from './roles.policy.js';

const SERVER = '10';
const OWNER = '1';

const role = (id: string, position: number): PermissionRole => ({ id, position, permissions: 0n });

/** Access of the owner, or of somebody with one role. */
function accessOf(roles: PermissionRole[], roleId?: string): Parameters<typeof planOrder>[0] {
  const server = { id: SERVER, ownerId: OWNER, verificationLevel: 'NONE' as const, roles: [role(SERVER, 0), ...roles] };
  const userId = roleId === undefined ? OWNER : '2';
  const member = { userId, roleIds: roleId === undefined ? [] : [roleId], timeoutUntil: null, joinedAt: 0, pending: false };
  return { rules: { server, accessVersion: 1, memberCount: 2, channels: new Map() }, member, permissions: 0n };
}

const [a, b, c, d] = ['21', '22', '23', '24'] as const;
const four = [role(a, 1), role(b, 2), role(c, 3), role(d, 4)];
const idsOf = (plan: RolePlace[] | null) => plan?.toSorted((one, other) => one.position - other.position).map(({ id }) => id);

describe('planOrder', () => {
  it.each<[string, RolePlace[], string[] | undefined]>([
    ['one up', [{ id: a, position: 3 }], [b, c, a, d]],
    ['one down', [{ id: d, position: 1 }], [d, a, b, c]],
    ['two that change places', [{ id: a, position: 4 }, { id: d, position: 1 }], [d, b, c, a]], // prettier-ignore
    ['beyond the end', [{ id: a, position: 200 }], [b, c, d, a]],
    ['two at one place, which keep their order', [{ id: c, position: 1 }, { id: d, position: 1 }], [c, d, a, b]], // prettier-ignore
    ['all as they are', four, undefined],
    ['one to where it is', [{ id: b, position: 2 }], undefined],
  ])('puts %s', (_what, places, expected) => {
    expect(idsOf(planOrder(accessOf(four), places))).toEqual(expected);
  });

  it('counts from one without gaps, whatever stood there before', () => {
    const sparse = [role(a, 2), role(b, 2), role(c, 70)];
    expect(planOrder(accessOf(sparse), [{ id: c, position: 1 }])).toEqual([
      { id: c, position: 1 },
      { id: a, position: 2 },
      { id: b, position: 3 },
    ]);
  });

  it.each<[string, RolePlace[]]>([
    ['the own highest role', [{ id: c, position: 1 }]],
    ['a higher one', [{ id: d, position: 1 }]],
    ['a low one past the own', [{ id: a, position: 3 }]],
  ])('does not move %s', (_what, places) => {
    expect(() => planOrder(accessOf(four, c), places)).toThrow(expect.objectContaining({ code: 'MISSING_PERMISSION' }));
  });

  it('moves those below, also where the higher ones are named at their places', () => {
    const places = [{ id: a, position: 2 }, { id: b, position: 1 }, { id: c, position: 3 }, { id: d, position: 4 }]; // prettier-ignore
    expect(idsOf(planOrder(accessOf(four, c), places))).toEqual([b, a, c, d]);
  });

  it.each<[string, RolePlace[], string]>([
    ['@everyone', [{ id: SERVER, position: 1 }], 'body.roles.0.id'],
    ['what is no role', [{ id: a, position: 1 }, { id: '99', position: 2 }], 'body.roles.1.id'], // prettier-ignore
    ['one twice', [{ id: a, position: 1 }, { id: a, position: 2 }], 'body.roles'], // prettier-ignore
  ])('refuses %s', (_what, places, path) => {
    expect(() => planOrder(accessOf(four), places)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION',
        details: expect.objectContaining({ errors: [{ path, message: expect.any(String) }] }),
      }),
    );
  });

  it('puts every role at the place that was asked for', () => {
    const places = fc.uniqueArray(fc.record({ id: fc.constantFrom(a, b, c, d), position: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(places, (wanted) => {
        fc.pre(new Set(wanted.map(({ position }) => position)).size === wanted.length);
        const order = idsOf(planOrder(accessOf(four), wanted)) ?? [a, b, c, d];
        for (const { id, position } of wanted) expect(order[position - 1]).toBe(id);
        const others = order.filter((id) => !wanted.some((place) => place.id === id));
        expect(others).toEqual(others.toSorted());
      }),
    );
  });
});
