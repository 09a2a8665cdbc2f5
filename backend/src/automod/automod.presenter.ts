import type { AutoModAction, AutoModRule, AutoModTrigger, AutoModTriggerType, Raid } from '@hearth/contract';

export interface RuleRow {
  id: bigint;
  serverId: bigint;
  name: string;
  enabled: boolean;
  trigger: AutoModTriggerType;
  /** The rest of the trigger. */
  config: unknown;
  actions: unknown;
  exemptRoles: bigint[];
  exemptChannels: bigint[];
  creatorId: bigint | null;
  createdAt: Date;
}

export interface RaidRow {
  ruleId: bigint | null;
  startedAt: Date;
  until: Date;
  invitesPaused: boolean;
}

export function presentRule(row: RuleRow): AutoModRule {
  return {
    id: row.id.toString(),
    serverId: row.serverId.toString(),
    name: row.name,
    enabled: row.enabled,
    trigger: { type: row.trigger, ...(row.config as object) } as AutoModTrigger,
    actions: row.actions as AutoModAction[],
    exemptRoleIds: row.exemptRoles.map(String),
    exemptChannelIds: row.exemptChannels.map(String),
    creatorId: row.creatorId?.toString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export const presentRaid = (row: RaidRow): Raid => ({
  ruleId: row.ruleId?.toString() ?? null,
  startedAt: row.startedAt.toISOString(),
  until: row.until.toISOString(),
  invitesPaused: row.invitesPaused,
});
