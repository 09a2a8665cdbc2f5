import { Injectable } from '@nestjs/common';
import type { Channel, Input, setForumTags } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../audit-log/audit-log.service.js';
import { ChannelsService, presentChannel, type ChannelRow } from '../channels/channels.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { ForumsRepository, type Tag } from './forums.repository.js';

type TagInput = Input<typeof setForumTags>['body']['tags'][number];

/** What forums have beyond other channels. Their posts are threads. */
@Injectable()
export class ForumsService {
  constructor(
    private readonly repository: ForumsRepository,
    private readonly channels: ChannelsService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for what is no forum, or a tag that is not its own */
  async setTags(caller: Caller, forumId: string, input: TagInput[]): Promise<Channel> {
    const { channel } = await this.permissions.channel(caller, forumId, 'MANAGE_CHANNELS');
    const { serverId } = channel;
    if (channel.type !== 'FORUM' || serverId === null) throw new ProblemError('VALIDATION', { detail: 'This is not a forum' });
    const row = await this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      lockedChannel(access, forumId, 'MANAGE_CHANNELS');
      const before = await this.repository.lock(transaction, forumId);
      if (!before) throw new ProblemError('NOT_FOUND');
      const tags = this.tagsOf(before, input);
      if (isSame(before, tags)) return { ...before, isChanged: false };
      const changes = changesBetween({ tags: namesOf(before.tags) }, { tags: namesOf(tags) });
      await this.repository.replace(transaction, forumId, tags);
      const target = { targetId: forumId, targetName: before.name };
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action: 'CHANNEL_UPDATE', ...target, changes });
      return { ...before, tags: tags.map((tag) => ({ ...tag, channelId: before.id })), isChanged: true };
    });
    const forum = presentChannel(row);
    if (row.isChanged) await this.channels.announce([forum]);
    return forum;
  }

  private tagsOf({ tags }: ChannelRow, input: TagInput[]): Tag[] {
    const known = new Set(tags.map(({ id }) => id.toString()));
    return input.map(({ id, name, emoji = null, moderated }, index) => {
      if (id !== undefined && !known.has(id))
        throw new ProblemError('VALIDATION', { errors: [{ path: `body.tags.${index}.id`, message: 'must be a tag of this forum' }] });
      return { id: id ?? this.snowflakes.next(), name, emoji, moderated };
    });
  }
}

const namesOf = (tags: readonly Pick<Tag, 'name' | 'emoji' | 'moderated'>[]) =>
  tags.map(({ name, emoji, moderated }) => ({ name, emoji, moderated }));

/** A tag that makes way for another one with its name is gone all the same. */
const isSame = ({ tags: before }: ChannelRow, tags: readonly Tag[]): boolean => {
  const keyOf = ({ id, name, emoji, moderated }: { id: bigint | string } & Omit<Tag, 'id'>) => [id.toString(), name, emoji, moderated];
  return JSON.stringify(before.map(keyOf)) === JSON.stringify(tags.map(keyOf));
};
