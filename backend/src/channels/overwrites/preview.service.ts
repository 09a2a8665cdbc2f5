import { Injectable } from '@nestjs/common';
import { limits, type OverwritesPreview, type PermissionOverwrite } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { UsersService } from '../../users/users.service.js';
import { OverwritesRepository } from './overwrites.repository.js';
import { inBits, requireListed, type OverwriteInput } from './overwrites.service.js';
import { effectsOf, kindsOfRoles, type Group, type OverwritesWorld, type PermissionEffect } from './preview.policy.js';

/** Who would gain or lose what, before overwrites are saved. */
@Injectable()
export class OverwritesPreviewService {
  constructor(
    private readonly repository: OverwritesRepository,
    private readonly permissions: PermissionsService,
    private readonly users: UsersService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a thread */
  async preview(caller: Caller, channelId: string, overwrites: OverwriteInput[]): Promise<OverwritesPreview> {
    const { channel, server } = await this.permissions.channel(caller, channelId, 'MANAGE_ROLES');
    const serverId = requireListed(channel);
    if (!server) return { permissions: [] };
    const world = { server: server.rules.server, before: channel.overwrites, after: overwrites.map(inBits) };
    const effects = effectsOf(world, await this.groups(serverId, world), limits.previewMembers);
    return { permissions: await this.withPeople(effects) };
  }

  /** The owner and whoever has an overwrite of their own one by one, all others by their roles. */
  private async groups(serverId: string, world: OverwritesWorld): Promise<Group[]> {
    const special = [...new Set([world.server.ownerId, ...ownTargets(world.before), ...ownTargets(world.after)])];
    const [crowds, { members }] = await Promise.all([
      this.repository.crowds(serverId, kindsOfRoles(world), special, limits.previewMembers),
      this.permissions.membersOf(serverId, special),
    ]);
    const own = [...members.values()].map(({ userId, roleIds }) => ({ roleIds: [...roleIds], userId, count: 1, userIds: [userId] }));
    return [...own, ...crowds.map((crowd) => ({ ...crowd, userId: null }))];
  }

  private async withPeople(effects: PermissionEffect[]): Promise<OverwritesPreview['permissions']> {
    const named = new Set(effects.flatMap(({ gains, loses }) => [...gains.userIds, ...loses.userIds]));
    const people = await this.users.summaries([...named]);
    const present = ({ count, userIds }: PermissionEffect['gains']) => ({
      count,
      members: userIds.map((userId) => people.get(userId)).filter((person) => person !== undefined),
    });
    return effects.map(({ permission, gains, loses }) => ({ permission, gains: present(gains), loses: present(loses) }));
  }
}

const ownTargets = (overwrites: readonly PermissionOverwrite[]): string[] =>
  overwrites.filter(({ type }) => type === 'MEMBER').map(({ targetId }) => targetId);
