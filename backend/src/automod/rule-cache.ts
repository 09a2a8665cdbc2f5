import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AutoModRule } from '@hearth/contract';
import { Bus } from '../cluster/bus.js';
import { presentRule } from './automod.presenter.js';
import { AutoModRepository } from './automod.repository.js';
import { RuleSet } from './engine/rule-set.js';

/** What holds in one server. */
export interface ServerRules {
  /** Those that look at messages; null without any. */
  messages: RuleSet<AutoModRule> | null;
  raid: AutoModRule | null;
}

/** Of all servers together; a keyword weighs 1, some 400 bytes. */
const MAX_WEIGHT = 200_000;
const WEIGHT_OF_PATTERNS = 1_000;

/** The rules of servers, ready for use, kept until one changes. A read that began before a change is never kept after it. */
@Injectable()
export class RuleCache implements OnModuleInit {
  private readonly held = new Map<string, { rules: Promise<ServerRules>; weight: number }>();
  private weight = 0;

  constructor(
    private readonly repository: AutoModRepository,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.subscribe('automod:changed', ({ serverId }) => this.drop(serverId));
    this.bus.onRestored(() => {
      for (const serverId of this.held.keys()) this.drop(serverId);
    });
  }

  async of(serverId: string): Promise<ServerRules> {
    const known = this.held.get(serverId);
    if (known) return known.rules;
    const entry = { rules: this.read(serverId), weight: 0 };
    this.held.set(serverId, entry);
    entry.rules.catch(() => {
      if (this.held.get(serverId) === entry) this.held.delete(serverId);
    });
    return entry.rules;
  }

  private async read(serverId: string): Promise<ServerRules> {
    const rows = await this.repository.rules(serverId);
    const enabled = rows.map(presentRule).filter((rule) => rule.enabled);
    const looking = enabled.filter(({ trigger }) => trigger.type !== 'RAID');
    const messages = looking.length > 0 ? await RuleSet.build(looking) : null;
    this.weigh(serverId, 1 + looking.reduce((sum, rule) => sum + weightOf(rule), 0));
    return { messages, raid: enabled.find(({ trigger }) => trigger.type === 'RAID') ?? null };
  }

  /** Those held longest go when there are too many. */
  private weigh(serverId: string, weight: number): void {
    const entry = this.held.get(serverId);
    if (!entry) return;
    this.weight += weight - entry.weight;
    entry.weight = weight;
    for (const oldest of this.held.keys()) {
      if (this.weight <= MAX_WEIGHT) return;
      if (oldest !== serverId) this.drop(oldest);
    }
  }

  private drop(serverId: string): void {
    this.weight -= this.held.get(serverId)?.weight ?? 0;
    this.held.delete(serverId);
  }
}

function weightOf({ trigger }: AutoModRule): number {
  if (trigger.type === 'PATTERN') return WEIGHT_OF_PATTERNS;
  return trigger.type === 'KEYWORD' ? trigger.keywords.length + trigger.allowed.length : 1;
}
