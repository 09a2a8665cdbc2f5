import { describe, expect, it } from '@jest/globals';
import { autoModActionsFor, autoModTriggerTypes } from './automod-kinds.js';
import { createAutoModRuleBody, updateAutoModRuleBody } from './automod.js';
import { limits } from './limits.js';

const rule = (fields: object) => ({
  name: 'Rule',
  trigger: { type: 'KEYWORD', keywords: ['word'] },
  actions: [{ type: 'BLOCK', message: '' }],
  ...fields,
});
const accepts = (value: unknown) => createAutoModRuleBody.safeParse(value).success;

describe('a rule', () => {
  it('needs a name, a trigger and actions; the rest has defaults', () => {
    expect(createAutoModRuleBody.parse(rule({}))).toEqual({
      name: 'Rule',
      enabled: true,
      trigger: { type: 'KEYWORD', keywords: ['word'], allowed: [] },
      actions: [{ type: 'BLOCK', message: '' }],
      exemptRoleIds: [],
      exemptChannelIds: [],
    });
  });

  it('has only what a change names in it', () => {
    expect(updateAutoModRuleBody.parse({ enabled: false })).toEqual({ enabled: false });
  });

  it.each([
    { name: ' ' },
    { trigger: { type: 'SOMETHING' } },
    { trigger: { type: 'KEYWORD', keywords: [] } },
    { trigger: { type: 'KEYWORD', keywords: ['**'] } },
    { trigger: { type: 'KEYWORD', keywords: ['x'.repeat(limits.autoMod.keywordLength + 1)] } },
    { trigger: { type: 'KEYWORD', keywords: Array.from({ length: limits.autoMod.keywordsPerRule + 1 }, () => 'x') } },
    { trigger: { type: 'PATTERN', patterns: [' '] } },
    { trigger: { type: 'MENTION_SPAM', limit: 0 } },
    { trigger: { type: 'REPEATED_TEXT', count: 1, seconds: 60 } },
    { trigger: { type: 'RAID', joins: 10, seconds: 60, accountAge: 0, minutes: 10 } },
    { actions: [] },
    { actions: [{ type: 'BLOCK', message: 'x'.repeat(limits.autoMod.messageLength + 1) }] },
    { actions: [{ type: 'TIMEOUT', seconds: limits.timeoutDays * 24 * 3_600 + 1 }] },
    { actions: [{ type: 'PAUSE_INVITES' }, { type: 'PAUSE_INVITES' }] },
    { exemptRoleIds: ['1', '1'] },
    { exemptChannelIds: Array.from({ length: limits.autoMod.exemptions + 1 }, (_, index) => `${index + 1}`) },
  ])('is refused when out of bounds: case %#', (fields) => expect(accepts(rule(fields))).toBe(false));

  it('blocks messages or pauses invites, as its kind asks for', () => {
    for (const type of autoModTriggerTypes) {
      expect(autoModActionsFor(type).includes('BLOCK')).toBe(type !== 'RAID');
      expect(autoModActionsFor(type).includes('PAUSE_INVITES')).toBe(type === 'RAID');
    }
  });
});
