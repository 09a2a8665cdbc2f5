import {
  autoModActionsFor,
  channelPermissions,
  hasPermission,
  type AutoModAction,
  type AutoModTrigger,
  type UpdateAutoModRule,
} from '@hearth/contract';
import { ProblemError } from '../http/problem.js';
import type { LockedAccess } from '../permissions/permissions.service.js';
import { parseKeyword } from './engine/keywords.js';
import { PatternFault, PatternRule } from './engine/patterns.js';
import type { RuleFields } from './automod.repository.js';

type ServerIds = Pick<RuleFields, 'exemptRoleIds' | 'exemptChannelIds' | 'actions'>;

/** What somebody may name in a rule. */
export interface Nameable {
  roleIds: ReadonlySet<string>;
  channelIds: ReadonlySet<string>;
  /** Of them those that hold messages. */
  alertChannelIds: ReadonlySet<string>;
}

const invalid = (path: string, message: string) =>
  new ProblemError('VALIDATION', { detail: `${path}: ${message}`, errors: [{ path: `body.${path}`, message }] });

/** @throws VALIDATION for what the schema cannot tell: patterns that RE2 does not know, keywords of nothing, actions of another kind of rule */
export function requireUsable({ trigger, actions }: Pick<RuleFields, 'trigger' | 'actions'>): void {
  const possible = autoModActionsFor(trigger.type);
  actions.forEach(({ type }, index) => {
    if (!possible.includes(type)) throw invalid(`actions.${index}.type`, 'does not go with this kind of rule');
  });
  requireSearchable(trigger);
}

/** @throws VALIDATION */
export function requireSearchable(trigger: AutoModTrigger): void {
  if (trigger.type !== 'KEYWORD' && trigger.type !== 'PATTERN') return;
  requireKeywords('allowed', trigger.allowed);
  if (trigger.type === 'KEYWORD') requireKeywords('keywords', trigger.keywords);
  else requirePatterns(trigger.patterns, trigger.allowed);
}

/**
 * What the caller names must be there for them; what stood in the rule before may stay, whoever put it there and wherever it is gone.
 *
 * @throws VALIDATION
 */
export function requireNameable(wanted: ServerIds, before: ServerIds | null, { roleIds, channelIds, alertChannelIds }: Nameable): void {
  wanted.exemptRoleIds.forEach((id, index) => {
    if (!roleIds.has(id) && !before?.exemptRoleIds.includes(id)) throw invalid(`exemptRoleIds.${index}`, 'is no role of this server');
  });
  wanted.exemptChannelIds.forEach((id, index) => {
    if (!channelIds.has(id) && !before?.exemptChannelIds.includes(id))
      throw invalid(`exemptChannelIds.${index}`, 'is no channel of this server');
  });
  const alertBefore = before && alertChannelOf(before.actions);
  wanted.actions.forEach((action, index) => {
    if (action.type !== 'ALERT' || action.channelId === alertBefore || alertChannelIds.has(action.channelId)) return;
    throw invalid(`actions.${index}.channelId`, 'is no channel of this server that holds messages');
  });
}

/** The roles of the server, and the channels that somebody sees. */
export function nameableBy({ rules, member, now }: Pick<LockedAccess, 'rules' | 'member' | 'now'>): Nameable {
  const channels = [...rules.channels.values()].filter(({ overwrites }) =>
    hasPermission(channelPermissions(rules.server, member, overwrites, now), 'VIEW_CHANNEL'),
  );
  const holding = channels.filter(({ type }) => type !== 'CATEGORY' && type !== 'FORUM');
  return {
    roleIds: new Set(rules.server.roles.map(({ id }) => id)),
    channelIds: new Set(channels.map(({ id }) => id)),
    alertChannelIds: new Set(holding.map(({ id }) => id)),
  };
}

/** @throws VALIDATION when the kind would change */
export function withChanges(rule: RuleFields, { trigger = rule.trigger, ...input }: UpdateAutoModRule): RuleFields {
  if (trigger.type !== rule.trigger.type) throw invalid('trigger.type', 'the kind of a rule cannot change');
  return {
    trigger,
    name: input.name ?? rule.name,
    enabled: input.enabled ?? rule.enabled,
    actions: input.actions ?? rule.actions,
    exemptRoleIds: input.exemptRoleIds ?? rule.exemptRoleIds,
    exemptChannelIds: input.exemptChannelIds ?? rule.exemptChannelIds,
  };
}

export const timesOutAnew = (wanted: readonly AutoModAction[], before: readonly AutoModAction[]): boolean => {
  const seconds = timeoutOf(wanted);
  return seconds !== null && seconds !== timeoutOf(before);
};

/** Seconds; null without one. */
export const timeoutOf = (actions: readonly AutoModAction[]): number | null =>
  actions.find((action) => action.type === 'TIMEOUT')?.seconds ?? null;

export const alertChannelOf = (actions: readonly AutoModAction[]): string | null =>
  actions.find((action) => action.type === 'ALERT')?.channelId ?? null;

function requireKeywords(field: 'keywords' | 'allowed', keywords: readonly string[]): void {
  keywords.forEach((keyword, index) => {
    if (parseKeyword(keyword).text === '') throw invalid(`trigger.${field}.${index}`, 'has nothing that could be found');
  });
}

function requirePatterns(patterns: readonly string[], allowed: readonly string[]): void {
  try {
    new PatternRule(patterns, allowed);
  } catch (fault) {
    if (fault instanceof PatternFault) throw invalid(`trigger.patterns.${fault.index}`, fault.message);
    throw fault;
  }
}
