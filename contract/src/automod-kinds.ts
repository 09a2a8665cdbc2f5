import { limits } from './limits.js';

/** What a rule of AutoMod can look for. */
export const autoModTriggerTypes = ['KEYWORD', 'PATTERN', 'MENTION_SPAM', 'REPEATED_TEXT', 'INVITE_LINK', 'RAID'] as const;
export type AutoModTriggerType = (typeof autoModTriggerTypes)[number];

export type AutoModActionType = 'BLOCK' | 'ALERT' | 'TIMEOUT' | 'PAUSE_INVITES';

/** What a rule can do about what it looks for: a raid has no message to block, a message no invites to pause. */
export const autoModActionsFor = (trigger: AutoModTriggerType): readonly AutoModActionType[] =>
  trigger === 'RAID' ? ['ALERT', 'TIMEOUT', 'PAUSE_INVITES'] : ['BLOCK', 'ALERT', 'TIMEOUT'];

/** How many rules of one kind a server may have: one decides what is a raid, and patterns cost most. */
export const autoModRulesOf = (trigger: AutoModTriggerType): number => {
  if (trigger === 'RAID') return 1;
  return trigger === 'PATTERN' ? limits.autoMod.patternRules : limits.autoMod.rules;
};
