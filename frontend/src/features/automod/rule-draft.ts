import {
  type AutoModAction,
  type AutoModRule,
  type AutoModTextTrigger,
  type AutoModTrigger,
  type AutoModTriggerType,
  characterCount,
  limits,
} from '@hearth/contract';

type Limits = typeof limits.autoMod;

/** A trigger as somebody writes it: lists are text with one entry a line, numbers are what was typed. */
export type TriggerDraft =
  | { type: 'KEYWORD'; keywords: string; allowed: string }
  | { type: 'PATTERN'; patterns: string; allowed: string }
  | { type: 'MENTION_SPAM'; limit: string }
  | { type: 'REPEATED_TEXT'; count: string; seconds: number }
  | { type: 'INVITE_LINK'; allowOwn: boolean }
  | { type: 'RAID'; joins: string; seconds: number; accountAge: number; minutes: number };

/** A rule as its form holds it. Times are in seconds, but for `minutes`. */
export interface RuleDraft {
  name: string;
  trigger: TriggerDraft;
  blocks: boolean;
  message: string;
  alerts: boolean;
  alertChannelId: string | null;
  timesOut: boolean;
  timeout: number;
  pausesInvites: boolean;
  exemptRoleIds: string[];
  exemptChannelIds: string[];
}

export type RuleInput = Pick<AutoModRule, 'name' | 'trigger' | 'actions' | 'exemptRoleIds' | 'exemptChannelIds'>;

const HOUR = 3_600;
const DAY = 24 * HOUR;
const DEFAULT_TIMEOUT = HOUR;

const newTriggers: { [T in AutoModTriggerType]: Extract<TriggerDraft, { type: T }> } = {
  KEYWORD: { type: 'KEYWORD', keywords: '', allowed: '' },
  PATTERN: { type: 'PATTERN', patterns: '', allowed: '' },
  MENTION_SPAM: { type: 'MENTION_SPAM', limit: '10' },
  REPEATED_TEXT: { type: 'REPEATED_TEXT', count: '3', seconds: 60 },
  INVITE_LINK: { type: 'INVITE_LINK', allowOwn: true },
  RAID: { type: 'RAID', joins: '10', seconds: 60, accountAge: DAY, minutes: 60 },
};

/** What a new rule of a kind begins with. */
export const newDraft = (type: AutoModTriggerType, name: string): RuleDraft => ({
  name,
  trigger: newTriggers[type],
  blocks: type !== 'RAID',
  message: '',
  alerts: false,
  alertChannelId: null,
  timesOut: false,
  timeout: DEFAULT_TIMEOUT,
  pausesInvites: type === 'RAID',
  exemptRoleIds: [],
  exemptChannelIds: [],
});

export function draftOf({ name, trigger, actions, exemptRoleIds, exemptChannelIds }: AutoModRule): RuleDraft {
  const find = <T extends AutoModAction['type']>(type: T) =>
    actions.find((action): action is Extract<AutoModAction, { type: T }> => action.type === type);
  const [block, alert, timeout] = [find('BLOCK'), find('ALERT'), find('TIMEOUT')];
  return {
    name,
    trigger: triggerDraftOf(trigger),
    blocks: block !== undefined,
    message: block?.message ?? '',
    alerts: alert !== undefined,
    alertChannelId: alert?.channelId ?? null,
    timesOut: timeout !== undefined,
    timeout: timeout?.seconds ?? DEFAULT_TIMEOUT,
    pausesInvites: find('PAUSE_INVITES') !== undefined,
    exemptRoleIds,
    exemptChannelIds,
  };
}

const textOf = (entries: readonly string[]): string => entries.join('\n');

function triggerDraftOf(trigger: AutoModTrigger): TriggerDraft {
  switch (trigger.type) {
    case 'KEYWORD':
      return { type: 'KEYWORD', keywords: textOf(trigger.keywords), allowed: textOf(trigger.allowed) };
    case 'PATTERN':
      return { type: 'PATTERN', patterns: textOf(trigger.patterns), allowed: textOf(trigger.allowed) };
    case 'MENTION_SPAM':
      return { ...trigger, limit: String(trigger.limit) };
    case 'REPEATED_TEXT':
      return { ...trigger, count: String(trigger.count) };
    case 'RAID':
      return { ...trigger, joins: String(trigger.joins) };
    case 'INVITE_LINK':
      return trigger;
  }
}

/** Each line once, without what is empty. */
export const entriesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((entry) => entry.trim()))].filter((entry) => entry !== '');

function triggerOf(draft: TriggerDraft): AutoModTrigger {
  switch (draft.type) {
    case 'KEYWORD':
      return { type: 'KEYWORD', keywords: entriesOf(draft.keywords), allowed: entriesOf(draft.allowed) };
    case 'PATTERN':
      return { type: 'PATTERN', patterns: entriesOf(draft.patterns), allowed: entriesOf(draft.allowed) };
    case 'MENTION_SPAM':
      return { ...draft, limit: Number(draft.limit) };
    case 'REPEATED_TEXT':
      return { ...draft, count: Number(draft.count) };
    case 'RAID':
      return { ...draft, joins: Number(draft.joins) };
    case 'INVITE_LINK':
      return draft;
  }
}

/** What one text can be held against; null for what takes more than one. */
export function testableOf(draft: TriggerDraft): AutoModTextTrigger | null {
  const trigger = triggerOf(draft);
  return trigger.type === 'RAID' || trigger.type === 'REPEATED_TEXT' ? null : trigger;
}

function actionsOf(draft: RuleDraft): AutoModAction[] {
  const isRaid = draft.trigger.type === 'RAID';
  return [
    ...(draft.blocks && !isRaid ? [{ type: 'BLOCK' as const, message: draft.message.trim() }] : []),
    ...(draft.alerts && draft.alertChannelId !== null ? [{ type: 'ALERT' as const, channelId: draft.alertChannelId }] : []),
    ...(draft.timesOut ? [{ type: 'TIMEOUT' as const, seconds: draft.timeout }] : []),
    ...(draft.pausesInvites && isRaid ? [{ type: 'PAUSE_INVITES' as const }] : []),
  ];
}

export const inputOf = (draft: RuleDraft): RuleInput => ({
  name: draft.name.trim(),
  trigger: triggerOf(draft.trigger),
  actions: actionsOf(draft),
  exemptRoleIds: draft.exemptRoleIds,
  exemptChannelIds: draft.exemptChannelIds,
});

export type RuleField = 'name' | 'list' | 'allowed' | 'number' | 'alertChannel' | 'actions';

/** What is wrong with a field: `max` and `min` are the bounds of what was counted, `entry` is the one that is too long. */
export type Fault =
  | { kind: 'missing' }
  | { kind: 'tooMany'; max: number }
  | { kind: 'tooLong'; max: number; entry: string }
  | { kind: 'range'; min: number; max: number };

type Faults = Partial<Record<RuleField, Fault>>;

const MISSING: Fault = { kind: 'missing' };

/** What keeps a draft from being stored, as far as that shows without asking the server. */
export function faultsOf(draft: RuleDraft): Faults {
  const bounds = limits.autoMod;
  return withoutNothing({
    name: draft.name.trim() === '' ? MISSING : undefined,
    ...triggerFaults(draft.trigger, bounds),
    alertChannel: draft.alerts && draft.alertChannelId === null ? MISSING : undefined,
    actions: draft.blocks || draft.alerts || draft.timesOut || draft.pausesInvites ? undefined : MISSING,
  });
}

function triggerFaults(draft: TriggerDraft, bounds: Limits): Partial<Record<RuleField, Fault | undefined>> {
  switch (draft.type) {
    case 'KEYWORD':
      return {
        list: listFault(entriesOf(draft.keywords), bounds.keywordsPerRule, bounds.keywordLength, true),
        allowed: listFault(entriesOf(draft.allowed), bounds.allowedPerRule, bounds.keywordLength),
      };
    case 'PATTERN':
      return {
        list: listFault(entriesOf(draft.patterns), bounds.patternsPerRule, bounds.patternLength, true),
        allowed: listFault(entriesOf(draft.allowed), bounds.allowedPerRule, bounds.keywordLength),
      };
    case 'MENTION_SPAM':
      return { number: numberFault(draft.limit, 1, bounds.mentions) };
    case 'REPEATED_TEXT':
      return { number: numberFault(draft.count, 2, bounds.repeats) };
    case 'RAID':
      return { number: numberFault(draft.joins, 2, bounds.raidJoins) };
    case 'INVITE_LINK':
      return {};
  }
}

function listFault(entries: readonly string[], most: number, longest: number, needed = false): Fault | undefined {
  if (needed && entries.length === 0) return MISSING;
  if (entries.length > most) return { kind: 'tooMany', max: most };
  const entry = entries.find((one) => characterCount(one) > longest);
  return entry === undefined ? undefined : { kind: 'tooLong', max: longest, entry };
}

function numberFault(typed: string, min: number, max: number): Fault | undefined {
  const number = Number(typed);
  return /^\d+$/.test(typed.trim()) && number >= min && number <= max ? undefined : { kind: 'range', min, max };
}

const withoutNothing = (faults: Partial<Record<RuleField, Fault | undefined>>): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
