import type { AutoModAction, AutoModRule, AutoModTrigger } from '@hearth/contract';
import { autoModTriggerTypes, limits } from '@hearth/contract';
import { describe, expect, it } from '@jest/globals';
import { draftOf, entriesOf, faultsOf, inputOf, newDraft, testableOf } from './rule-draft';

const rule = (trigger: AutoModTrigger, actions: AutoModAction[]): AutoModRule => ({
  id: '1',
  serverId: '2',
  name: 'Rule',
  enabled: true,
  trigger,
  actions,
  exemptRoleIds: ['3'],
  exemptChannelIds: ['4'],
  creatorId: null,
  createdAt: '2026-11-21T10:00:00.000Z',
});

const ALL: AutoModAction[] = [
  { type: 'BLOCK', message: 'Not here.' },
  { type: 'ALERT', channelId: '5' },
  { type: 'TIMEOUT', seconds: 600 },
];

describe('a draft', () => {
  it.each<[AutoModTrigger, AutoModAction[]]>([
    [{ type: 'KEYWORD', keywords: ['one', 'two words', '*three*'], allowed: ['threefold'] }, ALL],
    [{ type: 'PATTERN', patterns: ['a,b', 'c+'], allowed: [] }, ALL],
    [{ type: 'MENTION_SPAM', limit: 5 }, ALL],
    [{ type: 'REPEATED_TEXT', count: 4, seconds: 300 }, [{ type: 'TIMEOUT', seconds: 60 }]],
    [{ type: 'INVITE_LINK', allowOwn: false }, [{ type: 'ALERT', channelId: '5' }]],
    [
      { type: 'RAID', joins: 20, seconds: 60, accountAge: 3_600, minutes: 30 },
      [{ type: 'TIMEOUT', seconds: 60 }, { type: 'PAUSE_INVITES' }],
    ],
  ])('of a stored rule gives back what is stored: %j', (trigger, actions) => {
    const { name, exemptRoleIds, exemptChannelIds } = rule(trigger, actions);
    const draft = draftOf(rule(trigger, actions));
    expect(inputOf(draft)).toEqual({ name, trigger, actions, exemptRoleIds, exemptChannelIds });
    expect(faultsOf(draft)).toEqual({});
  });

  it('that is new lacks only what nobody can guess', () => {
    const missing = Object.fromEntries(autoModTriggerTypes.map((type) => [type, Object.keys(faultsOf(newDraft(type, 'New')))]));
    expect(missing).toEqual({ KEYWORD: ['list'], PATTERN: ['list'], MENTION_SPAM: [], REPEATED_TEXT: [], INVITE_LINK: [], RAID: [] });
  });

  it('sends neither spaces nor what its kind has not', () => {
    const draft = { ...newDraft('RAID', ' Raids '), blocks: true };
    expect(inputOf(draft)).toMatchObject({ name: 'Raids', actions: [{ type: 'PAUSE_INVITES' }] });
  });

  it('can be tried where one text is enough', () => {
    const testable = autoModTriggerTypes.filter((type) => testableOf(newDraft(type, '').trigger) !== null);
    expect(testable).toEqual(['KEYWORD', 'PATTERN', 'MENTION_SPAM', 'INVITE_LINK']);
  });
});

describe('lists', () => {
  it('are lines, each once', () => {
    expect(entriesOf(' a{1,2}\n two words \n\na{1,2}\n')).toEqual(['a{1,2}', 'two words']);
  });
});

describe('faults', () => {
  const keywords = (text: string) => faultsOf({ ...newDraft('KEYWORD', 'New'), trigger: { type: 'KEYWORD', keywords: text, allowed: '' } });

  it('tell what is too much', () => {
    const { keywordsPerRule, keywordLength } = limits.autoMod;
    const many = Array.from({ length: keywordsPerRule + 1 }, (_, index) => `word${index}`).join('\n');
    const long = 'x'.repeat(keywordLength + 1);
    expect(keywords(many)).toEqual({ list: { kind: 'tooMany', max: keywordsPerRule } });
    expect(keywords(`fine\n${long}`)).toEqual({ list: { kind: 'tooLong', max: keywordLength, entry: long } });
  });

  it.each(['', '0', '51', '1.5', 'ten', '-3'])('tell that %j is no number of mentions', (limit) => {
    const draft = { ...newDraft('MENTION_SPAM', 'New'), trigger: { type: 'MENTION_SPAM' as const, limit } };
    expect(faultsOf(draft)).toEqual({ number: { kind: 'range', min: 1, max: 50 } });
  });

  it('tell that nothing would be done, or told to nobody', () => {
    const draft = newDraft('INVITE_LINK', ' ');
    expect(faultsOf({ ...draft, blocks: false })).toEqual({ name: { kind: 'missing' }, actions: { kind: 'missing' } });
    expect(faultsOf({ ...draft, name: 'New', alerts: true })).toEqual({ alertChannel: { kind: 'missing' } });
  });
});
