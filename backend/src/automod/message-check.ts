import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, serverPermissions, type AutoModRule } from '@hearth/contract';
import { MessagesService, type Draft, type Verdict } from '../messages/messages.service.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import { AutoModRepository } from './automod.repository.js';
import { WindowCounter } from './counters/window-counter.js';
import { Enforcement } from './enforcement.js';
import type { Surroundings } from './engine/rule-set.js';
import { RuleCache } from './rule-cache.js';

type InServer = NonNullable<ChannelAccess['server']>;

/** Holds what somebody sends or edits in a server against its rules, before it is stored. */
@Injectable()
export class MessageCheck implements OnModuleInit {
  constructor(
    private readonly cache: RuleCache,
    private readonly repository: AutoModRepository,
    private readonly counter: WindowCounter,
    private readonly enforcement: Enforcement,
    private readonly messages: MessagesService,
  ) {}

  onModuleInit(): void {
    this.messages.guard((draft) => this.judge(draft));
  }

  private async judge(draft: Draft): Promise<Verdict | null> {
    const { server } = draft.access;
    if (!server) return null;
    const serverId = server.rules.server.id;
    const { messages } = await this.cache.of(serverId);
    if (!messages || isTrusted(server)) return null;
    const places = placesOf(draft.access, server);
    const isAsked = ({ exemptRoleIds, exemptChannelIds }: AutoModRule) =>
      !exemptRoleIds.some((id) => server.member.roleIds.includes(id)) && !exemptChannelIds.some((id) => places.includes(id));
    const matches = await messages.find(draft.content, isAsked, this.surroundings(draft, serverId));
    return matches.length === 0 ? null : this.enforcement.verdict(draft, serverId, matches);
  }

  private surroundings({ access, mark }: Draft, serverId: string): Surroundings<AutoModRule> {
    return {
      ownInvites: (codes) => this.repository.invitesInto(serverId, codes),
      timesSent: (rule, folded, seconds) => this.counter.count(`repeat:${rule.id}:${access.userId}:${digest(folded)}`, mark, seconds),
    };
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Whoever could change the rules is under none. */
const isTrusted = ({ rules, member }: InServer): boolean =>
  hasPermission(serverPermissions(rules.server, member, Date.now()), 'MANAGE_SERVER');

/** The channel and what it is in: of a thread its channel, and the category of that. */
function placesOf({ channel }: ChannelAccess, { rules }: InServer): string[] {
  const places = [channel.id];
  for (let parentId = channel.parentId; parentId !== null; parentId = rules.channels.get(parentId)?.parentId ?? null) places.push(parentId);
  return places;
}
