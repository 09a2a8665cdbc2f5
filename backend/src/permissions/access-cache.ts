import { Injectable } from '@nestjs/common';
import type { PermissionMember } from '@hearth/contract';
import type { ServerRules } from './access.js';
import { PermissionsRepository } from './permissions.repository.js';

const MAX_SERVERS = 5_000;
const MAX_CHANNELS = 100_000;

interface Entry {
  rules: Promise<ServerRules | null>;
  members: Map<string, Promise<PermissionMember | null>>;
}

/**
 * The rules of servers and their members, kept until something about them changes. Reads in flight are shared, and a read that began
 * before a change is never kept after it, because the change drops the whole entry. Absence is not kept: somebody may join.
 */
@Injectable()
export class AccessCache {
  private readonly entries = new Map<string, Entry>();
  private readonly serverOfChannel = new Map<string, string>();

  constructor(private readonly repository: PermissionsRepository) {}

  rules(serverId: string): Promise<ServerRules | null> {
    const entry = this.entry(serverId);
    return entry.rules;
  }

  async member(serverId: string, userId: string): Promise<PermissionMember | null> {
    const { members, rules } = this.entry(serverId);
    const known = members.get(userId);
    if (known) return known;
    // After the rules: roles that are older than the access version beside them would pass for those of that version.
    const read = rules.then(() => this.repository.member(serverId, userId));
    members.set(userId, read);
    return keepIfFound(read, () => members.delete(userId));
  }

  /** A channel never moves to another server, so what was found stays true. */
  async serverOf(channelId: string): Promise<string | null> {
    const known = this.serverOfChannel.get(channelId);
    if (known) return known;
    const serverId = await this.repository.serverOfChannel(channelId);
    if (serverId) {
      if (this.serverOfChannel.size >= MAX_CHANNELS) this.serverOfChannel.clear();
      this.serverOfChannel.set(channelId, serverId);
    }
    return serverId;
  }

  drop(serverId: string): void {
    this.entries.delete(serverId);
  }

  dropAll(): void {
    this.entries.clear();
    this.serverOfChannel.clear();
  }

  private entry(serverId: string): Entry {
    const known = this.entries.get(serverId);
    if (known) return known;
    if (this.entries.size >= MAX_SERVERS) this.entries.clear();
    const entry: Entry = { rules: this.repository.rules(serverId), members: new Map() };
    this.entries.set(serverId, entry);
    void keepIfFound(entry.rules, () => {
      if (this.entries.get(serverId) === entry) this.entries.delete(serverId);
    }).catch(() => undefined);
    return entry;
  }
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
