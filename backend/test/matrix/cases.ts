import {
  ALL_PERMISSIONS,
  DEFAULT_EVERYONE_PERMISSIONS,
  hasPermission,
  permissionBits,
  permissionsOf,
  type PermissionName,
} from '@hearth/contract';
import type { Extra, Need, Outcome, Row } from './row.js';

/** Everybody who is tried. Which of them, depends on the row. */
export type Kind =
  | 'signed out'
  | 'signed in'
  | 'stranger'
  /** Of the installation, which opens no server and no conversation. */
  | 'admin'
  /** A stranger whose body or payload is nonsense: what they may not see is refused before it is looked at. */
  | 'malformed'
  /** Owns another server and names it beside a thing of this one. */
  | 'elsewhere'
  /** With what @everyone of a new server grants. */
  | 'member'
  /** With the needed permissions and no other. */
  | 'holder'
  /** With every permission but ADMINISTRATOR and a needed one. */
  | 'without'
  /** The same, where an overwrite of the channel takes the needed one. */
  | 'denied'
  /** With the needed permissions by an overwrite of the channel alone. */
  | 'granted'
  /** With every permission, where an overwrite hides the channel. */
  | 'hidden'
  /** Three who may only read for now. */
  | 'timed out'
  | 'pending'
  | 'unverified'
  | 'administrator'
  | 'owner'
  /** Of the hierarchy: every permission but ADMINISTRATOR, above, below or beside the target. */
  | 'higher'
  | 'lower'
  | 'same'
  | 'same administrator'
  | 'against the owner'
  | 'against oneself'
  | 'recipient'
  | 'blocked';

/** Who calls, as far as the scene must be set for them. */
export interface Actor {
  who: 'nobody' | 'stranger' | 'admin' | 'member' | 'owner';
  /** Granted by a role of their own, or by the target's one where they stand beside it. */
  role: bigint;
  everyone: bigint;
  /** Of an overwrite for them in the channel. */
  allow: bigint;
  deny: bigint;
  rank: 'higher' | 'same' | 'lower';
  state: 'timed out' | 'pending' | 'unverified' | 'blocked' | null;
  against: 'target' | 'owner' | 'oneself';
  sends: 'request' | 'nonsense' | 'request elsewhere';
}

export interface Case extends Actor {
  kind: Kind;
  name: string;
  outcome: Outcome;
  prepare?: Extra['prepare'];
}

/** What the cases depend on beside the row. */
export interface CallFacts {
  reads: boolean;
  hasBody: boolean;
  /** It names a server or channel and a thing in it. */
  namesTwo: boolean;
}

const NOBODY_SPECIAL: Actor = {
  who: 'member',
  role: 0n,
  everyone: 0n,
  allow: 0n,
  deny: 0n,
  rank: 'higher',
  state: null,
  against: 'target',
  sends: 'request',
};
const FULL = ALL_PERMISSIONS & ~permissionBits.ADMINISTRATOR;
const WHILE_RESTRICTED = permissionsOf('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY');

const make = (kind: Kind, outcome: Outcome, actor: Partial<Actor> = {}, name: string = kind): Case => ({
  ...NOBODY_SPECIAL,
  ...actor,
  kind,
  name,
  outcome,
});

const alternatives = (need: Need): readonly PermissionName[] => (typeof need === 'string' ? [need] : need);

/** The smallest sets of permissions that suffice: the first of every need, and each other one that would do instead. */
function sufficient(needs: readonly Need[]): PermissionName[][] {
  const firsts = needs.flatMap((need) => alternatives(need).slice(0, 1));
  const others = needs.flatMap((need, index) =>
    alternatives(need)
      .slice(1)
      .map((name) => firsts.with(index, name)),
  );
  return [firsts, ...others];
}

const holds = (permissions: bigint, needs: readonly Need[]) =>
  needs.every((need) => alternatives(need).some((name) => hasPermission(permissions, name)));

/** Everybody who is tried on a row, with what they must meet. */
export function casesOf(row: Row, facts: CallFacts): Case[] {
  const derived = byScope[row.scope](row, facts);
  const cases = derived.map((each): Case => ({ ...each, outcome: row.except?.[each.kind] ?? each.outcome }));
  return row.extra ? cases.concat(row.extra.map((extra) => extraCase(cases, extra))) : cases;
}

function extraCase(cases: readonly Case[], { name, like, outcome, prepare }: Extra): Case {
  const model = cases.find(({ kind }) => kind === like);
  if (!model) throw new Error(`${name} is to be like ${like}, who is not tried here`);
  return { ...model, name, outcome, prepare };
}

const byScope: Record<Row['scope'], (row: Row, facts: CallFacts) => Case[]> = {
  public: () => [make('signed out', 'allowed', { who: 'nobody' }), make('signed in', 'allowed', { who: 'stranger' })],
  account: () => [signedOut, make('signed in', 'allowed', { who: 'stranger' }), make('admin', 'allowed', { who: 'admin' })],
  admin: (_, { hasBody }) => [
    signedOut,
    make('signed in', 'MISSING_PERMISSION', { who: 'stranger' }),
    make('owner', 'MISSING_PERMISSION', { who: 'owner' }, 'owner of a server'),
    ...(hasBody ? [make('malformed', 'MISSING_PERMISSION', { who: 'stranger', sends: 'nonsense' }, 'somebody with a malformed body')] : []),
    make('admin', 'allowed', { who: 'admin' }),
  ],
  server: (row, facts) => [...outsiders(row, facts), ...members(row, facts), ...hierarchy(row)],
  channel: (row, facts) => [...outsiders(row, facts), ...members(row, facts), ...hierarchy(row), ...overwritten(row)],
  conversation: (row, facts) => [...outsiders(row, facts), ...recipients(row)],
};

const signedOut = make('signed out', 'UNAUTHENTICATED', { who: 'nobody' });

function outsiders({ unseen = 'NOT_FOUND' }: Row, { hasBody, namesTwo }: CallFacts): Case[] {
  const cases = [signedOut, make('stranger', unseen, { who: 'stranger' }), make('admin', unseen, { who: 'admin' })];
  if (hasBody) cases.push(make('malformed', unseen, { who: 'stranger', sends: 'nonsense' }, 'stranger with a malformed body'));
  if (namesTwo) cases.push(make('elsewhere', unseen, { who: 'stranger', sends: 'request elsewhere' }, 'owner of another server'));
  return cases;
}

function members(row: Row, { reads }: CallFacts): Case[] {
  const { needs = [], reservedFor, hierarchy: above, refusal = 'MISSING_PERMISSION' } = row;
  const view = row.scope === 'channel' ? permissionBits.VIEW_CHANNEL : 0n;
  const byRight = reservedFor ? refusal : 'allowed';
  const byDefault = !above && holds(DEFAULT_EVERYONE_PERMISSIONS, needs) ? byRight : refusal;
  const restricted = row.restricted ?? (reads && holds(WHILE_RESTRICTED, needs) ? byRight : 'MISSING_PERMISSION');
  return [
    make('member', byDefault, { everyone: DEFAULT_EVERYONE_PERMISSIONS }),
    ...sufficient(needs).map((names) =>
      make('holder', byRight, { role: view | permissionsOf(...names) }, `member with only ${names.join(' and ') || 'a view of it'}`),
    ),
    ...needs.map((need) => make('without', refusal, { role: FULL & ~bitsOf(need) }, `member without ${titleOf(need)}`)),
    make('timed out', restricted, { role: FULL, state: 'timed out' }),
    make('pending', restricted, { role: FULL, state: 'pending' }),
    // A role vouches for its members: only those without one are verified.
    make('unverified', restricted, { everyone: FULL, state: 'unverified' }),
    make('administrator', byRight, { role: permissionBits.ADMINISTRATOR }),
    make('owner', reservedFor === 'nobody' ? refusal : 'allowed', { who: 'owner' }),
    ...(row.scope === 'server' && needs.length > 0
      ? [make('granted', refusal, { allow: FULL }, 'member granted all in a channel only')]
      : []),
  ];
}

const bitsOf = (need: Need) => permissionsOf(...alternatives(need));
const titleOf = (need: Need) => alternatives(need).join(' and ');

function hierarchy({ hierarchy: above, reservedFor, refusal = 'MISSING_PERMISSION' }: Row): Case[] {
  if (!above) return [];
  const ranks = [
    make('higher', reservedFor ? refusal : 'allowed', { role: FULL }, 'higher role'),
    make('lower', 'MISSING_PERMISSION', { role: FULL, rank: 'lower' }, 'lower role'),
    make('same', 'MISSING_PERMISSION', { role: FULL, rank: 'same' }, 'same role'),
    make('same administrator', 'MISSING_PERMISSION', { role: permissionBits.ADMINISTRATOR, rank: 'same' }),
  ];
  if (above === 'role') return ranks;
  return [
    ...ranks,
    make('against the owner', 'MISSING_PERMISSION', { role: permissionBits.ADMINISTRATOR, against: 'owner' }),
    make('against oneself', 'MISSING_PERMISSION', { role: FULL, against: 'oneself' }),
  ];
}

function overwritten({ needs = [], reservedFor, unseen = 'NOT_FOUND', refusal = 'MISSING_PERMISSION' }: Row): Case[] {
  const hidden = make('hidden', unseen, { role: FULL, deny: permissionBits.VIEW_CHANNEL }, 'member from whom the channel is hidden');
  if (needs.length === 0) return [hidden];
  const allow = permissionsOf(...(sufficient(needs)[0] ?? []));
  return [
    hidden,
    ...needs.map((need) =>
      make('denied', refusal, { role: FULL, deny: bitsOf(need) }, `member with ${titleOf(need)} denied in the channel`),
    ),
    make(
      'granted',
      reservedFor ? refusal : 'allowed',
      { role: permissionBits.VIEW_CHANNEL, allow },
      'member granted it in the channel only',
    ),
  ];
}

function recipients({ needs = [], reservedFor, channelType, refusal = 'MISSING_PERMISSION' }: Row): Case[] {
  const cases = [make('recipient', reservedFor ? refusal : 'allowed')];
  if (channelType === 'GROUP_DM') cases.push(make('owner', reservedFor === 'nobody' ? refusal : 'allowed', { who: 'owner' }));
  else if (needs.length > 0) cases.push(make('blocked', refusal, { state: 'blocked' }));
  return cases;
}
