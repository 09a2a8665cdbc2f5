import { permissionsOf } from '@hearth/contract';
import fc from 'fast-check';

/** A few permissions of each sort: more would meet each other less often. */
const BITS = (['VIEW_CHANNEL', 'SEND_MESSAGES', 'MANAGE_CHANNELS', 'KICK_MEMBERS'] as const).map((name) => permissionsOf(name));
const MANAGE_ROLES = permissionsOf('MANAGE_ROLES');
const ADMINISTRATOR = permissionsOf('ADMINISTRATOR');
/** With these one gets far enough to try more. */
const MUCH = permissionsOf('VIEW_CHANNEL', 'MANAGE_CHANNELS');

const union = (bits: readonly bigint[]) => bits.reduce((all, bit) => all | bit, 0n);
const someBits = fc.subarray([...BITS, MANAGE_ROLES]).map(union);
/** Numbers that pick one of what there is, whatever that is by then. */
const some = fc.nat(11);

export interface Overwriting {
  /** The first ones are roles, @everyone among them, the others members. */
  target: number;
  allow: bigint;
  deny: bigint;
}

const overwriting: fc.Arbitrary<Overwriting> = fc
  .record({ target: some, allow: someBits, deny: someBits })
  .map(({ target, allow, deny }) => ({ target, allow: allow & ~deny, deny }));
const overwritings = fc.uniqueArray(overwriting, { maxLength: 3, selector: ({ target }) => target });

/** How a server is before anybody tries anything. */
export interface Beginning {
  everyone: bigint;
  /** From the lowest up. */
  roles: { bits: bigint; ofCaller: boolean; ofOther: boolean }[];
  /** Those of two categories, a channel in sync with the first, a channel in it with its own, and one in none. */
  overwrites: [Overwriting[], Overwriting[], Overwriting[], Overwriting[]];
}

const role = (bits: fc.Arbitrary<bigint>) => fc.record({ bits, ofCaller: fc.boolean(), ofOther: fc.boolean() });

/** Whoever tries has a role that lets them manage roles, mostly below one that lets more. */
export const beginning: fc.Arbitrary<Beginning> = fc.record({
  everyone: someBits,
  roles: fc
    .tuple(role(someBits), role(someBits), fc.oneof(someBits, fc.constant(MUCH)), role(fc.oneof(someBits, fc.constant(ADMINISTRATOR))))
    .map(([first, second, own, above]) => [
      first,
      second,
      { bits: own | MANAGE_ROLES, ofCaller: true, ofOther: false },
      { ...above, ofCaller: false },
    ]),
  overwrites: fc.tuple(overwritings, overwritings, overwritings, overwritings),
});

export type Attempt =
  | { do: 'createRole'; bits: bigint }
  | { do: 'updateRole'; role: number; bits: bigint }
  | { do: 'orderRole'; role: number; position: number }
  | { do: 'deleteRole'; role: number }
  | { do: 'addRole' | 'removeRole'; role: number; member: number }
  | { do: 'setOverwrite'; channel: number; overwrite: Overwriting }
  | { do: 'deleteOverwrite'; channel: number; target: number }
  | { do: 'replaceOverwrites'; channel: number; overwrites: Overwriting[] }
  | { do: 'syncOverwrites'; channel: number }
  | { do: 'moveChannel'; channel: number; category: number }
  | { do: 'orderChannels'; channel: number; category: number }
  | { do: 'createChannel'; category: number; overwrites: Overwriting[] | null };

const one = <T extends string>(name: T) => fc.constant(name);

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({ do: one('createRole'), bits: someBits }),
  fc.record({ do: one('updateRole'), role: some, bits: someBits }),
  fc.record({ do: one('orderRole'), role: some, position: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: one('deleteRole'), role: some }),
  fc.record({ do: fc.constantFrom('addRole' as const, 'removeRole' as const), role: some, member: fc.nat(2) }),
  fc.record({ do: one('setOverwrite'), channel: some, overwrite: overwriting }),
  fc.record({ do: one('deleteOverwrite'), channel: some, target: some }),
  fc.record({ do: one('replaceOverwrites'), channel: some, overwrites: overwritings }),
  fc.record({ do: one('syncOverwrites'), channel: some }),
  fc.record({ do: one('moveChannel'), channel: some, category: fc.nat(2) }),
  fc.record({ do: one('orderChannels'), channel: some, category: fc.nat(2) }),
  fc.record({ do: one('createChannel'), category: fc.nat(2), overwrites: fc.option(overwritings) }),
);

export const attempts = (maxLength: number): fc.Arbitrary<Attempt[]> => fc.array(attempt, { minLength: 1, maxLength, size: 'max' });

const bits = permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES');
const onFirstRole: Overwriting = { target: 1, allow: permissionsOf('SEND_MESSAGES'), deny: 0n };

/** One of each that works, so that the rest does not pass because all of it is refused. */
export const working: { from: Beginning; tried: Attempt[] } = {
  from: {
    everyone: bits,
    roles: [
      { bits: 0n, ofCaller: false, ofOther: true },
      { bits: 0n, ofCaller: false, ofOther: false },
      { bits: bits | MUCH | MANAGE_ROLES, ofCaller: true, ofOther: false },
      { bits: ADMINISTRATOR, ofCaller: false, ofOther: false },
    ],
    overwrites: [[onFirstRole], [], [], []],
  },
  tried: [
    { do: 'createRole', bits },
    { do: 'updateRole', role: 1, bits },
    { do: 'orderRole', role: 1, position: 2 },
    { do: 'addRole', role: 2, member: 1 },
    { do: 'removeRole', role: 2, member: 1 },
    { do: 'setOverwrite', channel: 1, overwrite: onFirstRole },
    { do: 'deleteOverwrite', channel: 1, target: 1 },
    { do: 'replaceOverwrites', channel: 3, overwrites: [onFirstRole] },
    { do: 'syncOverwrites', channel: 4 },
    { do: 'moveChannel', channel: 4, category: 0 },
    { do: 'orderChannels', channel: 4, category: 1 },
    { do: 'createChannel', category: 0, overwrites: [] },
    { do: 'deleteRole', role: 2 },
  ],
};
