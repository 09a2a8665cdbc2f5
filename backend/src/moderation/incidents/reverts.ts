import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { auditChange, type AuditAction, type AuditChange } from '@hearth/contract';
import * as z from 'zod';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import { OverwritesService } from '../../channels/overwrites/overwrites.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { BansService } from '../../servers/bans/bans.service.js';
import { InvitesService } from '../../servers/invites/invites.service.js';
import { MembersService } from '../../servers/members/members.service.js';
import { MemberRolesService } from '../../servers/roles/member-roles.service.js';
import { RoleRestorationService } from '../../servers/roles/role-restoration.service.js';
import { RolesService } from '../../servers/roles/roles.service.js';
import { ServersService } from '../../servers/servers.service.js';
import type { ChangeRow } from './incidents.presenter.js';

/** What is taken back, by whom and why. */
interface Reversal {
  /** Of the entry in the audit log. */
  id: string;
  caller: Caller;
  serverId: string;
  targetId: string;
  targetName: string;
  changes: AuditChange[];
  reason: string | undefined;
}

const roleName = z.object({ id: z.string(), name: z.string() }).nullable();
const bits = z.object({ allow: z.string(), deny: z.string() });
const roleFields = z.object({
  name: z.string(),
  color: z.number().nullable(),
  hoist: z.boolean(),
  mentionable: z.boolean(),
  permissions: z.string(),
});
/** What was none is not among the changes. */
const deletedRole = roleFields.extend({
  color: z.number().nullable().default(null),
  permissions: z.string().regex(/^\d+$/).transform(BigInt),
});
const orderChange = z.object({ before: z.array(z.string()), after: z.array(z.string()) });
const serverFields = z.object({ name: z.string(), description: z.string() }).partial();

/** The values of one side, by key. */
const side = (changes: AuditChange[], name: 'before' | 'after'): Record<string, unknown> =>
  Object.fromEntries(changes.map((change) => [change.key, change[name]]));

/**
 * Takes acts back by doing the opposite, with the rights of whoever asks and with everything that belongs to such an act: its entry in the
 * audit log, its events. What is not any more as the act left it stays: somebody else changed it since.
 */
@Injectable()
export class Reverts {
  private readonly opposites: Partial<Record<AuditAction, (reversal: Reversal) => Promise<unknown>>> = {
    MEMBER_ROLES: (reversal) => this.memberRoles(reversal),
    MEMBER_UPDATE: (reversal) => this.nickname(reversal),
    MEMBER_TIMEOUT: (reversal) => this.timeout(reversal),
    MEMBER_BAN: ({ caller, serverId, targetId, reason }) => this.bans.unban(caller, serverId, targetId, reason),
    ROLE_CREATE: ({ caller, serverId, targetId, reason }) => this.roles.remove(caller, serverId, targetId, reason),
    ROLE_UPDATE: (reversal) => this.role(reversal),
    ROLE_DELETE: (reversal) => this.deletedRole(reversal),
    ROLE_ORDER: (reversal) => this.roleOrder(reversal),
    OVERWRITE_UPDATE: (reversal) => this.overwrites(reversal),
    OVERWRITE_DELETE: (reversal) => this.overwrites(reversal),
    SERVER_UPDATE: (reversal) => this.server(reversal),
    INVITE_CREATE: ({ caller, targetName }) => this.invites.revoke(caller, targetName),
  };

  constructor(
    private readonly permissions: PermissionsService,
    private readonly roles: RolesService,
    private readonly restorations: RoleRestorationService,
    private readonly assignments: MemberRolesService,
    private readonly channelOverwrites: OverwritesService,
    private readonly members: MembersService,
    private readonly bans: BansService,
    private readonly servers: ServersService,
    private readonly invites: InvitesService,
    private readonly auditLog: AuditLogService,
  ) {}

  knows({ action }: Pick<ChangeRow, 'action'>): boolean {
    return this.opposites[action] !== undefined;
  }

  /** False for what cannot be taken back, or no more. */
  async revert(caller: Caller, serverId: string, row: ChangeRow, reason: string | null): Promise<boolean> {
    const opposite = this.opposites[row.action];
    if (!opposite) return false;
    const changes = z.array(auditChange).parse(row.changes);
    const target = { targetId: row.targetId?.toString() ?? '', targetName: row.targetName ?? '' };
    try {
      await opposite({ id: row.id.toString(), caller, serverId, ...target, changes, reason: reason ?? undefined });
      return true;
    } catch (fault) {
      if (isRefusal(fault)) return false;
      throw fault;
    }
  }

  private async memberRoles({ caller, serverId, targetId, changes, reason }: Reversal): Promise<void> {
    for (const change of changes) {
      const [before, after] = [roleName.parse(change.before), roleName.parse(change.after)];
      if (after) await this.assignments.remove(caller, { serverId, userId: targetId, roleId: after.id }, reason);
      if (before) await this.assignments.add(caller, { serverId, userId: targetId, roleId: before.id }, reason);
    }
  }

  private async nickname({ caller, serverId, targetId, changes, reason }: Reversal): Promise<void> {
    const { nickname } = await this.members.get(caller, serverId, targetId);
    requireAsLeft({ nickname }, changes);
    const before = z.string().nullable().parse(side(changes, 'before')['nickname']);
    await this.members.update(caller, serverId, targetId, { nickname: before, reason });
  }

  private async timeout({ caller, serverId, targetId, changes, reason }: Reversal): Promise<void> {
    const { timeoutUntil } = await this.members.get(caller, serverId, targetId);
    requireAsLeft({ timeoutUntil }, changes);
    const before = z.string().nullable().parse(side(changes, 'before')['timeoutUntil']);
    const isOver = before === null || Date.parse(before) <= Date.now();
    await this.members.update(caller, serverId, targetId, { timeoutUntil: isOver ? null : before, reason });
  }

  private async role({ caller, serverId, targetId, changes, reason }: Reversal): Promise<void> {
    const role = (await this.roles.list(caller, serverId)).find(({ id }) => id === targetId);
    if (!role) throw new ProblemError('NOT_FOUND');
    requireAsLeft(role, changes);
    await this.roles.update(caller, serverId, targetId, { ...roleFields.partial().parse(side(changes, 'before')), reason });
  }

  private async deletedRole({ id, caller, serverId, targetId: roleId, changes, reason }: Reversal): Promise<void> {
    const fields = deletedRole.parse(side(changes, 'before'));
    await this.restorations.restore(caller, { serverId, roleId, fields, lost: await this.auditLog.lostIn(id) }, reason);
  }

  private async roleOrder({ caller, serverId, changes, reason }: Reversal): Promise<void> {
    const { before, after } = orderChange.parse(changes[0]);
    const roles = (await this.roles.list(caller, serverId)).filter(({ id }) => id !== serverId);
    const present = roles.map(({ id }) => id);
    const places = orderBefore(present, before, after).map((id, index) => ({ id, position: index + 1 }));
    await this.roles.order(caller, serverId, places, reason);
  }

  private async overwrites({ caller, targetId: channelId, changes, reason }: Reversal): Promise<void> {
    const { channel } = await this.permissions.channel(caller, channelId);
    const present = new Map(
      channel.overwrites.map((one) => [`${one.type}:${one.targetId}`, { allow: `${one.allow}`, deny: `${one.deny}` }]),
    );
    requireAsLeft(Object.fromEntries(changes.map(({ key }) => [key, present.get(key) ?? null])), changes);
    for (const { key, before } of changes) {
      const [type = '', targetId = ''] = key.split(':');
      if (before === null) await this.channelOverwrites.remove(caller, channelId, targetId, reason);
      else
        await this.channelOverwrites.set(
          caller,
          channelId,
          { targetId, type: z.enum(['ROLE', 'MEMBER']).parse(type), ...bits.parse(before) },
          reason,
        );
    }
  }

  private async server({ caller, serverId, changes }: Reversal): Promise<void> {
    requireAsLeft(await this.servers.get(caller, serverId), changes);
    await this.servers.update(caller, serverId, serverFields.parse(side(changes, 'before')));
  }
}

/**
 * The order from before an act, of those that are still there; what came since keeps its place.
 *
 * @throws CONFLICT where it is not any more as the act left it
 */
function orderBefore(present: string[], before: string[], after: string[]): string[] {
  const held = new Set(present);
  const known = new Set(after);
  const [left, now] = [after.filter((id) => held.has(id)), present.filter((id) => known.has(id))];
  if (!isDeepStrictEqual(left, now)) throw new ProblemError('CONFLICT');
  const next = before.filter((id) => held.has(id) && known.has(id)).values();
  return present.map((id) => (known.has(id) ? (next.next().value ?? id) : id));
}

/**
 * Gone, changed since, too high for whoever asks, or written by a version that kept other things. What the server cannot do at the moment
 * is tried again.
 */
const isRefusal = (fault: unknown): boolean =>
  fault instanceof z.ZodError || (fault instanceof ProblemError && fault.code !== 'UNAVAILABLE');

/** @throws CONFLICT where something is not any more as the act left it */
function requireAsLeft(present: object, changes: AuditChange[]): void {
  const values = present as Record<string, unknown>;
  if (!changes.every(({ key, after }) => isDeepStrictEqual(values[key] ?? null, after))) throw new ProblemError('CONFLICT');
}
