import { Injectable } from '@nestjs/common';
import { explainPermissions, explainThread, hasPermission, type Explanation, type PermissionExplanation } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../../permissions/permissions.service.js';
import { UsersService } from '../../users/users.service.js';
import { OverwritesRepository } from './overwrites.repository.js';

/** Why somebody may or may not do something: about oneself for everybody, about others for those with MANAGE_ROLES. */
@Injectable()
export class ExplainerService {
  constructor(
    private readonly repository: OverwritesRepository,
    private readonly permissions: PermissionsService,
    private readonly users: UsersService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async inServer(caller: Caller, serverId: string, userId: string): Promise<Explanation> {
    const access = await this.permissions.server(caller, serverId);
    requireRight(caller, userId, access.permissions);
    const { rules, members } = await this.permissions.membersOf(serverId, [userId]);
    const member = members.get(userId);
    if (!member) throw new ProblemError('NOT_FOUND');
    return this.withNames(serverId, explainPermissions(rules.server, member, null, Date.now()));
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a DM or group, where there is nothing to explain */
  async inChannel(caller: Caller, channelId: string, userId: string): Promise<Explanation> {
    const access = await this.permissions.channel(caller, channelId);
    const { serverId } = access.channel;
    if (serverId === null) throw new ProblemError('VALIDATION', { detail: 'Roles and overwrites are of servers' });
    requireRight(caller, userId, access.permissions);
    const { rules, members } = await this.permissions.membersOf(serverId, [userId]);
    const member = members.get(userId);
    if (!member) throw new ProblemError('NOT_FOUND');
    const explained = explainPermissions(rules.server, member, access.channel.overwrites, Date.now());
    return this.withNames(serverId, await this.ofItsType(access, explained));
  }

  private async ofItsType({ channel }: ChannelAccess, explained: PermissionExplanation[]): Promise<PermissionExplanation[]> {
    return channel.type === 'THREAD' ? explainThread(explained, { locked: await this.repository.isLocked(channel.id) }) : explained;
  }

  private async withNames(serverId: string, explained: PermissionExplanation[]): Promise<Explanation> {
    const ids = (type: 'ROLE' | 'MEMBER') =>
      explained.flatMap(({ because }) => because.sources.filter((source) => source.type === type).map(({ id }) => id));
    const [roles, people] = await Promise.all([this.repository.roleNames(serverId), this.users.summaries([...new Set(ids('MEMBER'))])]);
    const nameOf = (id: string) => roles.get(id) ?? people.get(id)?.displayName ?? '';
    const permissions = explained.map(({ because, ...rest }) => ({
      ...rest,
      because: { ...because, sources: because.sources.map((source) => ({ ...source, name: nameOf(source.id) })) },
    }));
    return { permissions };
  }
}

function requireRight({ userId }: Caller, aboutId: string, permissions: bigint): void {
  if (userId === aboutId || hasPermission(permissions, 'MANAGE_ROLES')) return;
  throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_ROLES' });
}
