import { Injectable } from '@nestjs/common';
import { pictureFile, type Server } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../audit-log/audit-log.service.js';
import { FilesService, type StoredPicture } from '../files/files.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { InvitesService } from '../servers/invites/invites.service.js';
import { ServersService } from '../servers/servers.service.js';
import { PicturesRepository } from './pictures.repository.js';
import { PicturesService, type GivenPicture } from './pictures.service.js';

type ServerPlace = 'icon' | 'banner';

interface Change {
  serverId: string;
  place: ServerPlace;
  made: StoredPicture | null;
  reason?: string | undefined;
}

const KINDS = { icon: 'ICON', banner: 'BANNER' } as const;

/** Icon and banner of servers. */
@Injectable()
export class ServerPicturesService {
  constructor(
    private readonly repository: PicturesRepository,
    private readonly pictures: PicturesService,
    private readonly files: FilesService,
    private readonly servers: ServersService,
    private readonly invites: InvitesService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for what is no picture, RATE_LIMITED */
  async set(
    caller: Caller,
    serverId: string,
    place: ServerPlace,
    { reason, ...given }: GivenPicture & { reason?: string | undefined },
  ): Promise<Server> {
    await this.permissions.server(caller, serverId, 'MANAGE_SERVER');
    await this.pictures.bring(caller, { kind: KINDS[place], serverId }, given, (made) =>
      this.put(caller, { serverId, place, made, reason }),
    );
    return this.servers.tellUpdated(serverId);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, serverId: string, place: ServerPlace, reason?: string): Promise<void> {
    if (await this.put(caller, { serverId, place, made: null, reason })) await this.servers.tellUpdated(serverId);
  }

  /** The small icon of the server to which an invite leads, for whoever holds it. @throws INVITE_INVALID, NOT_FOUND where there is none */
  async ofInvite(code: string): ReturnType<FilesService['openPicture']> {
    const { server } = await this.invites.preview(code, undefined);
    if (server.icon === null) throw new ProblemError('NOT_FOUND');
    return this.files.openPicture(pictureFile(server.icon).fileId, 'icon');
  }

  /** Whether anything changed. */
  private put(caller: Caller, { serverId, place, made, reason }: Change): Promise<boolean> {
    return this.permissions.underLock(caller, serverId, ['MANAGE_SERVER'], async (transaction) => {
      const held = await this.repository.ofServer(transaction, serverId);
      const ref = await this.pictures.replace(transaction, held[place], made);
      if (ref === held[place]) return false;
      await this.repository.setOfServer(transaction, serverId, { [place]: ref });
      const changes = changesBetween({ [place]: held[place] }, { [place]: ref });
      const target = { serverId, targetId: serverId, targetName: held.name };
      await this.auditLog.record(transaction, { ...target, actorId: caller.userId, action: 'SERVER_UPDATE', changes, reason });
      return true;
    });
  }
}
