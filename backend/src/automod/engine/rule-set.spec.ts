import type { AutoModTrigger } from '@hearth/contract';
import { describe, expect, it } from '@jest/globals';
import { RuleSet } from './rule-set.js';

interface Rule {
  trigger: AutoModTrigger;
}

const surroundings = { ownInvites: () => Promise.resolve(new Set(['Own1'])), timesSent: () => Promise.resolve(3) };
const all = () => true;

const find = async (trigger: AutoModTrigger, content: string): Promise<string | null> => {
  const rules = await RuleSet.build<Rule>([{ trigger }]);
  const [match] = await rules.find(content, all, surroundings);
  return match?.matched ?? null;
};

describe('the rules of a server', () => {
  it('answer with every rule that finds something, in their order', async () => {
    const keyword = (word: string): Rule => ({ trigger: { type: 'KEYWORD', keywords: [word], allowed: [] } });
    const pattern: Rule = { trigger: { type: 'PATTERN', patterns: ['b.d'], allowed: [] } };
    const list = [keyword('bad'), pattern, keyword('good'), keyword('word')];
    const rules = await RuleSet.build(list);
    const found = await rules.find('a bad word', all, surroundings);
    expect(found).toEqual([
      { rule: list[0], matched: 'bad' },
      { rule: list[1], matched: 'bad' },
      { rule: list[3], matched: 'word' },
    ]);
    expect(await rules.find('a bad word', (rule) => rule === list[3], surroundings)).toHaveLength(1);
  });

  it('find nothing by a stored pattern that is not allowed any more', async () => {
    expect(await find({ type: 'PATTERN', patterns: ['.{900}'], allowed: [] }, 'x'.repeat(1_000))).toBe(null);
  });

  it('see through accents and lookalikes in patterns, too', async () => {
    expect(await find({ type: 'PATTERN', patterns: ['b[a4]d'], allowed: [] }, 'b\u200bа\u0301d')).toBe('bad');
  });
});

describe('mentions', () => {
  const trigger = (limit: number): AutoModTrigger => ({ type: 'MENTION_SPAM', limit });
  it.each([
    ['<@1> <@2> <@&3>', 2, '3'],
    ['<@1> <@!1> <@1>', 2, null],
    ['@everyone @here @someone', 2, '3'],
    ['@Ann, @ann and @bob.', 2, null],
    ['mail me at ann@example.org or bob@example.org', 1, null],
    ['none', 1, null],
  ])('%j with a limit of %d: %j', async (text, limit, found) => expect(await find(trigger(limit), text)).toBe(found));
});

describe('repeated text', () => {
  it.each([
    [3, '3'],
    [4, null],
  ])('with a count of %d: %j', async (count, found) =>
    expect(await find({ type: 'REPEATED_TEXT', count, seconds: 60 }, 'again')).toBe(found),
  );
});

describe('invite links', () => {
  it.each([
    ['join discord.gg/abc', false, 'discord.gg/abc'],
    ['https://DISCORD.com/invite/abc', false, 'DISCORD.com/invite/abc'],
    ['https://t.me/+AbC', false, 't.me/+AbC'],
    ['https://t.me/someone', false, null],
    ['https://chat.whatsapp.com/xyz', false, 'chat.whatsapp.com/xyz'],
    ['https://example.org/invite/Own1', false, '/invite/Own1'],
    ['https://example.org/invite/Own1', true, null],
    ['http://localhost:8080/invite/Own1?x=1', true, null],
    ['https://example.org/invite/Own1 https://example.org/invite/Other2', true, '/invite/Other2'],
    ['discord.gg/Own1', true, 'discord.gg/Own1'],
    ['disc\u200bord.gg/abc', false, 'discord.gg/abc'],
    ['the invite is in the post', false, null],
    ['see /invite/abc', false, null],
  ])('%j, own ones allowed %j: %j', async (text, allowOwn, found) =>
    expect(await find({ type: 'INVITE_LINK', allowOwn }, text)).toBe(found),
  );
});
