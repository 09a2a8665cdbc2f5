import { Injectable } from '@nestjs/common';
import type { PermissionMember } from '@hearth/contract';
import type { ConversationRules, ServerRules, ThreadRules } from './access.js';
import { PermissionsRepository, type ChannelHome } from './permissions.repository.js';

const MAX_SERVERS = 5_000;
const MAX_CHANNELS = 100_000;

interface Entry {
  rules: Promise<ServerRules | null>;
  /** Once they are read. */
  held?: ServerRules;
  members: Map<string, Promise<PermissionMember | null>>;
  threads: Map<string, Promise<ThreadRules | null>>;
}

/**
 * The rules of servers, of their members and of conversations, kept until something about them changes. Reads in flight are shared, and a
 * read that began before a change is never kept after it, because the change drops the whole entry. Absence is not kept: somebody may join.
 */
@Injectable()
export class AccessCache {
  private readonly entries = new Map<string, Entry>();
  private readonly conversations = new Map<string, Promise<ConversationRules | null>>();
  private readonly homes = new Map<string, ChannelHome>();

  constructor(private readonly repository: PermissionsRepository) {}

  rules(serverId: string): Promise<ServerRules | null> {
    return this.entry(serverId).rules;
  }

  /** What is here without waiting for it. */
  held(serverId: string): ServerRules | undefined {
    return this.entries.get(serverId)?.held;
  }

  async member(serverId: string, userId: string): Promise<PermissionMember | null> {
    const { members, rules } = this.entry(serverId);
    // After the rules: roles that are older than the access version beside them would pass for those of that version.
    return shared(members, userId, () => rules.then(() => this.repository.member(serverId, userId)));
  }

  /** Several members in one read, with the rules that they are at least as new as. Those who are not in the server are left out. */
  async members(serverId: string, userIds: string[]): Promise<{ rules: ServerRules; members: Map<string, PermissionMember> } | null> {
    const entry = this.entry(serverId);
    const rules = await entry.rules;
    if (!rules) return null;
    const unknown = userIds.filter((userId) => !entry.members.has(userId));
    const read = unknown.length > 0 ? await this.repository.membersAmong(serverId, unknown) : [];
    for (const member of read) entry.members.set(member.userId, Promise.resolve(member));
    const found = await Promise.all(userIds.flatMap((userId) => entry.members.get(userId) ?? []));
    return { rules, members: new Map(found.flatMap((member) => (member ? [[member.userId, member]] : []))) };
  }

  thread(serverId: string, threadId: string): Promise<ThreadRules | null> {
    const { threads, rules } = this.entry(serverId);
    return shared(threads, threadId, () => rules.then(() => this.repository.thread(threadId)));
  }

  conversation(channelId: string): Promise<ConversationRules | null> {
    if (this.conversations.size >= MAX_CHANNELS) this.conversations.clear();
    return shared(this.conversations, channelId, () => this.repository.conversation(channelId));
  }

  /** Where a channel is. It never moves to another server, nor a thread to another channel, so what was found stays true. */
  async home(channelId: string): Promise<ChannelHome | null> {
    const known = this.homes.get(channelId);
    if (known) return known;
    const home = await this.repository.home(channelId);
    if (home) {
      if (this.homes.size >= MAX_CHANNELS) this.homes.clear();
      this.homes.set(channelId, home);
    }
    return home;
  }

  drop(serverId: string): void {
    this.entries.delete(serverId);
  }

  dropConversation(channelId: string): void {
    this.conversations.delete(channelId);
  }

  dropAll(): void {
    this.entries.clear();
    this.conversations.clear();
    this.homes.clear();
  }

  private entry(serverId: string): Entry {
    const known = this.entries.get(serverId);
    if (known) return known;
    if (this.entries.size >= MAX_SERVERS) this.entries.clear();
    const entry: Entry = { rules: this.repository.rules(serverId), members: new Map(), threads: new Map() };
    this.entries.set(serverId, entry);
    void keepIfFound(entry.rules, () => {
      if (this.entries.get(serverId) === entry) this.entries.delete(serverId);
    })
      .then((rules) => rules && (entry.held = rules))
      .catch(() => undefined);
    return entry;
  }
}

function shared<T>(map: Map<string, Promise<T | null>>, key: string, read: () => Promise<T | null>): Promise<T | null> {
  const known = map.get(key);
  if (known) return known;
  const reading = read();
  map.set(key, reading);
  return keepIfFound(reading, () => {
    if (map.get(key) === reading) map.delete(key);
  });
}

async function keepIfFound<T>(read: Promise<T | null>, forget: () => void): Promise<T | null> {
  try {
    const found = await read;
    if (found === null) forget();
    return found;
  } catch (fault) {
    forget();
    throw fault;
  }
}
