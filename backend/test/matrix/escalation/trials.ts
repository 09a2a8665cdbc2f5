import { hasPermission, highestPosition, type PermissionOverwrite, type PermissionRole } from '@hearth/contract';
import { managedCategory, requireMovable, seenChannels } from '../../../src/channels/channel-patch.js';
import { planOrder as planChannels } from '../../../src/channels/channels.policy.js';
import { allowedOverwrites } from '../../../src/channels/new-overwrites.policy.js';
import { changedOverwrites, followers, requireAllowed } from '../../../src/channels/overwrites/overwrites.policy.js';
import { ProblemError } from '../../../src/http/problem.js';
import { lockedChannel } from '../../../src/permissions/locked-channel.js';
import type { ChannelRules, LockedAccess, ServerRules } from '../../../src/permissions/permissions.service.js';
import {
  planOrder,
  requireActable,
  requireEditable,
  requireGrantable,
  requireNoGain,
  withoutRole,
} from '../../../src/servers/roles/roles.policy.js';
import type { Attempt } from './attempts.js';
import { accessOf, inBits, nextId, type Model } from './model.js';

type Trials = { [K in Attempt['do']]: (model: Model, attempt: Extract<Attempt, { do: K }>) => Model | Promise<Model> };

/** What each attempt comes to where the policies are asked as the use cases ask them. */
const trials: Trials = {
  createRole: (model, { bits }) => {
    const access = requireHeld(accessOf(model), 'MANAGE_ROLES');
    requireGrantable(access, bits);
    if (highestPosition(access.rules.server, access.member) < 1) throw new ProblemError('MISSING_PERMISSION');
    const role = { id: nextId(), position: 1, permissions: bits };
    model.picks.roleIds.push(role.id);
    const others = rolesOf(model).map((each) => (each.position === 0 ? each : { ...each, position: each.position + 1 }));
    return withRoles(model, [...others, role]);
  },
  updateRole: (model, { role, bits }) => {
    const access = requireHeld(accessOf(model), 'MANAGE_ROLES');
    const present = requireEditable(access, model.picks.role(role));
    requireGrantable(access, present.permissions ^ bits);
    return withRoles(
      model,
      rolesOf(model).map((each) => (each === present ? { ...each, permissions: bits } : each)),
    );
  },
  orderRole: (model, { role, position }) => {
    const access = requireHeld(accessOf(model), 'MANAGE_ROLES');
    const places = new Map(planOrder(access, [{ id: model.picks.role(role), position }])?.map((place) => [place.id, place.position]));
    return withRoles(
      model,
      rolesOf(model).map((each) => ({ ...each, position: places.get(each.id) ?? each.position })),
    );
  },
  deleteRole: (model, { role }) => {
    const roleId = model.picks.role(role);
    if (roleId === model.rules.server.id) throw new ProblemError('VALIDATION');
    const access = requireHeld(accessOf(model), 'MANAGE_ROLES');
    requireEditable(access, roleId);
    const rules = withoutRole(model.rules, roleId);
    requireNoGain(access, { rules });
    return { ...model, rules };
  },
  addRole: (model, attempt) => assign(model, attempt, (roleIds, roleId) => [...roleIds.filter((id) => id !== roleId), roleId]),
  removeRole: (model, attempt) => assign(model, attempt, (roleIds, roleId) => roleIds.filter((id) => id !== roleId)),
  setOverwrite: (model, { channel, overwrite }) =>
    overwriteIn(model, channel, ({ overwrites }) => {
      const news = model.picks.overwrites([overwrite]).map(inBits);
      return [...overwrites.filter(({ targetId }) => news.every((each) => each.targetId !== targetId)), ...news];
    }),
  deleteOverwrite: (model, { channel, target }) =>
    overwriteIn(model, channel, ({ overwrites }) => overwrites.filter(({ targetId }) => targetId !== model.picks.target(target).targetId)),
  replaceOverwrites: (model, { channel, overwrites }) => overwriteIn(model, channel, () => model.picks.overwrites(overwrites).map(inBits)),
  syncOverwrites: (model, { channel }) =>
    overwriteIn(model, channel, ({ parentId }) => {
      const category = model.rules.channels.get(parentId ?? '');
      if (!category) throw new ProblemError('CONFLICT');
      return category.overwrites;
    }),
  moveChannel: (model, attempt) => {
    const access = accessOf(model);
    const { channel } = lockedChannel(access, model.picks.channel(attempt.channel), 'MANAGE_CHANNELS');
    const parentId = model.picks.category(attempt.category);
    if (channel.type === 'CATEGORY') return model;
    if (parentId !== null) managedCategory(access, parentId);
    return withChannels(model, [{ ...channel, parentId }]);
  },
  orderChannels: (model, attempt) => {
    const access = requireHeld(accessOf(model), 'MANAGE_CHANNELS');
    const places = [...model.rules.channels.values()].map((channel) => ({ ...channel, position: -1 }));
    const move = { id: model.picks.channel(attempt.channel), position: attempt.channel, parentId: model.picks.category(attempt.category) };
    const moved = planChannels(places, new Set(seenChannels(access)), [move]);
    requireMovable(access, places, moved);
    return withChannels(
      model,
      moved.flatMap(({ id, parentId }) => {
        const channel = model.rules.channels.get(id);
        return channel ? [{ ...channel, parentId }] : [];
      }),
    );
  },
  createChannel: async (model, { category, overwrites }) => {
    const parentId = model.picks.category(category);
    const access = parentId === null ? requireHeld(accessOf(model), 'MANAGE_CHANNELS') : accessOf(model);
    const parent = parentId === null ? null : managedCategory(access, parentId);
    const own = overwrites
      ? await allowedOverwrites(access, parent, model.picks.overwrites(overwrites))
      : (parent?.channel.overwrites ?? []);
    const id = nextId();
    model.picks.channelIds.push(id);
    return withChannels(model, [{ id, serverId: model.rules.server.id, type: 'TEXT', parentId, slowmode: 0, overwrites: own }]);
  },
};

/** @throws the refusal */
export async function tryIn(model: Model, attempt: Attempt): Promise<Model> {
  return (trials[attempt.do] as (model: Model, attempt: Attempt) => Model | Promise<Model>)(model, attempt);
}

function requireHeld(access: LockedAccess, needed: 'MANAGE_ROLES' | 'MANAGE_CHANNELS'): LockedAccess {
  if (!hasPermission(access.permissions, needed)) throw new ProblemError('MISSING_PERMISSION');
  return access;
}

function assign(
  model: Model,
  attempt: { role: number; member: number },
  change: (roleIds: readonly string[], roleId: string) => string[],
): Model {
  const access = requireHeld(accessOf(model), 'MANAGE_ROLES');
  const [roleId, target] = [model.picks.role(attempt.role), model.members.get(model.picks.member(attempt.member))];
  if (!target || roleId === model.rules.server.id) throw new ProblemError('VALIDATION');
  requireActable(access, target);
  const role = requireEditable(access, roleId);
  const after = { ...target, roleIds: change(target.roleIds, roleId) };
  if (after.roleIds.length > target.roleIds.length) requireGrantable(access, role.permissions);
  if (target.userId === access.member.userId) requireNoGain(access, { member: after });
  return { ...model, members: new Map([...model.members, [target.userId, after]]) };
}

async function overwriteIn(model: Model, index: number, next: (channel: ChannelRules) => readonly PermissionOverwrite[]): Promise<Model> {
  const access = accessOf(model);
  const { channel, permissions } = lockedChannel(access, model.picks.channel(index), 'MANAGE_ROLES');
  const overwrites = next(channel);
  await requireAllowed(access, permissions, changedOverwrites(channel.overwrites, overwrites));
  return withChannels(
    model,
    followers(model.rules, channel).map((each) => ({ ...each, overwrites })),
  );
}

const rolesOf = ({ rules }: Model): readonly PermissionRole[] => rules.server.roles;

const withRules = (model: Model, rules: Partial<ServerRules>): Model => ({ ...model, rules: { ...model.rules, ...rules } });

const withRoles = (model: Model, roles: PermissionRole[]): Model => withRules(model, { server: { ...model.rules.server, roles } });

const withChannels = (model: Model, channels: ChannelRules[]): Model =>
  withRules(model, { channels: new Map([...model.rules.channels, ...channels.map((channel) => [channel.id, channel] as const)]) });
