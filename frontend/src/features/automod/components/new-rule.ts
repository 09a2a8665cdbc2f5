import type { AutoModTriggerType } from '@hearth/contract';

/** Where in the address a rule of a kind is made. */
export const newRuleKind = (kind: AutoModTriggerType): string => `new-${kind.toLowerCase()}`;
