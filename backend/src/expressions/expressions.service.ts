import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type Expression, type ExpressionType, type MessageSticker } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../audit-log/audit-log.service.js';
import type { Transaction } from '../database/prisma.service.js';
import { FilesService } from '../files/files.service.js';
import type { Caller } from '../http/caller.js';
import { Limiter } from '../http/limiter.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { presentExpression, type ExpressionRow } from './expressions.presenter.js';
import { ExpressionsRepository, type KnownExpression } from './expressions.repository.js';

/** Pixels: twice what they are shown in, for dense screens. */
const SIDE = { EMOJI: 128, STICKER: 320 } as const;
const MOST = { EMOJI: limits.emojisPerServer, STICKER: limits.stickersPerServer } as const;

const ACTS = {
  EMOJI: { made: 'EMOJI_CREATE', renamed: 'EMOJI_UPDATE', gone: 'EMOJI_DELETE' },
  STICKER: { made: 'STICKER_CREATE', renamed: 'STICKER_UPDATE', gone: 'STICKER_DELETE' },
} as const;

/** One that is there. */
interface Place {
  serverId: string;
  type: ExpressionType;
  id: string;
}

interface NewExpression {
  name: string;
  /** A data URL. */
  image: string;
  reason?: string | undefined;
}

/** Custom emoji and stickers: a server's own, used by its members wherever they may. */
@Injectable()
export class ExpressionsService {
  constructor(
    private readonly repository: ExpressionsRepository,
    private readonly files: FilesService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
    private readonly limiter: Limiter,
  ) {}

  /** By id ascending. @throws NOT_FOUND */
  async list(caller: Caller, serverId: string, type: ExpressionType): Promise<Expression[]> {
    await this.permissions.server(caller, serverId);
    return (await this.repository.list(serverId, type)).map(presentExpression);
  }

  /** Of all servers that the caller is in, by id ascending. */
  async mine({ userId }: Caller): Promise<Expression[]> {
    return (await this.repository.ofMember(userId)).map(presentExpression);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for what is no picture, CONFLICT for a name that is taken, LIMIT_REACHED, RATE_LIMITED */
  async create(caller: Caller, serverId: string, type: ExpressionType, { name, image, reason }: NewExpression): Promise<Expression> {
    await this.permissions.server(caller, serverId, 'MANAGE_EMOJIS');
    await this.limiter.take('picture', caller.userId);
    const { userId } = caller;
    const file = await this.files.storePicture({ kind: type, ownerId: userId, serverId, image, side: SIDE[type] });
    try {
      const row = await this.permissions.underLock(caller, serverId, ['MANAGE_EMOJIS'], async (transaction) => {
        await this.requireRoom(transaction, serverId, type);
        await this.requireFree(transaction, { serverId, type, id: file.id }, name);
        await this.files.finish(transaction, file.id);
        const made = await this.repository.insert(transaction, { ...file, serverId, type, name, creatorId: userId });
        await this.note(transaction, caller, 'made', made, { changes: changesBetween(null, { name }), reason });
        return made;
      });
      return this.tell('expression:create', row);
    } catch (fault) {
      await this.files.remove(file.id);
      throw fault;
    }
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a name that is taken */
  async rename(caller: Caller, place: Place, name: string, reason?: string): Promise<Expression> {
    const { before, row } = await this.permissions.underLock(caller, place.serverId, ['MANAGE_EMOJIS'], async (transaction) => {
      const before = await this.require(transaction, place);
      if (before.name === name) return { before, row: before };
      await this.requireFree(transaction, place, name);
      const row = await this.repository.rename(transaction, place.id, name);
      await this.note(transaction, caller, 'renamed', row, { changes: changesBetween({ name: before.name }, { name }), reason });
      return { before, row };
    });
    return before === row ? presentExpression(row) : this.tell('expression:update', row);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, place: Place, reason?: string): Promise<void> {
    const { serverId, id: expressionId } = place;
    await this.permissions.underLock(caller, serverId, ['MANAGE_EMOJIS'], async (transaction) => {
      const row = await this.require(transaction, place);
      await this.files.remove(expressionId, transaction);
      await this.note(transaction, caller, 'gone', row, { changes: changesBetween({ name: row.name }, null), reason });
    });
    this.publisher.emit(rooms.server(serverId), 'expression:delete', { serverId, expressionId });
  }

  /**
   * Custom emoji that somebody writes. Those that are gone are text and nothing more.
   *
   * @throws MISSING_PERMISSION when one is of a server that they are not in, or may not be used elsewhere by them
   */
  async requireUsable(access: ChannelAccess, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const found of await this.repository.known(access.userId, 'EMOJI', ids)) requireUsable(access, found);
  }

  /** What a reaction with a custom emoji is kept as: `name:id`. @throws NOT_FOUND for one that is gone, MISSING_PERMISSION */
  async reaction(access: ChannelAccess, emojiId: string): Promise<string> {
    const { id, name } = await this.usable(access, 'EMOJI', emojiId);
    return `${name}:${id}`;
  }

  /** @throws NOT_FOUND for one that is gone, MISSING_PERMISSION */
  async sticker(access: ChannelAccess, stickerId: string): Promise<MessageSticker> {
    const { id, name, animated } = await this.usable(access, 'STICKER', stickerId);
    return { id, name, animated };
  }

  private async usable(access: ChannelAccess, type: ExpressionType, id: string): Promise<KnownExpression> {
    const [found] = await this.repository.known(access.userId, type, [id]);
    if (!found) throw new ProblemError('NOT_FOUND', { detail: type === 'EMOJI' ? 'This emoji is gone' : 'This sticker is gone' });
    requireUsable(access, found);
    return found;
  }

  private async require(transaction: Transaction, { serverId, type, id }: Place): Promise<ExpressionRow> {
    const row = await this.repository.byId(transaction, serverId, type, id);
    if (!row) throw new ProblemError('NOT_FOUND');
    return row;
  }

  private async requireRoom(transaction: Transaction, serverId: string, type: ExpressionType): Promise<void> {
    if ((await this.repository.count(transaction, serverId, type)) < MOST[type]) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `A server has ${MOST[type]} of them at most` });
  }

  private async requireFree(transaction: Transaction, place: Place, name: string): Promise<void> {
    if (!(await this.repository.isTaken(transaction, { ...place, name }))) return;
    throw new ProblemError('CONFLICT', { detail: 'Another one has this name' });
  }

  private note(
    transaction: Transaction,
    { userId: actorId }: Caller,
    act: keyof (typeof ACTS)['EMOJI'],
    { id, serverId, type, name }: ExpressionRow,
    why: Pick<Parameters<AuditLogService['record']>[1], 'changes' | 'reason'>,
  ): Promise<void> {
    const target = { serverId: serverId.toString(), targetId: id.toString(), targetName: name };
    return this.auditLog.record(transaction, { ...target, actorId, action: ACTS[type][act], ...why });
  }

  private tell(event: 'expression:create' | 'expression:update', row: ExpressionRow): Expression {
    const expression = presentExpression(row);
    this.publisher.emit(rooms.server(expression.serverId), event, expression);
    return expression;
  }
}

function requireUsable({ channel, permissions }: ChannelAccess, { server_id: serverId, name, is_member: isMember }: KnownExpression): void {
  const isHere = channel.serverId === null || channel.serverId === serverId || hasPermission(permissions, 'USE_EXTERNAL_EMOJIS');
  if (!isMember || !isHere) throw new ProblemError('MISSING_PERMISSION', { detail: `You may not use :${name}: here` });
}
