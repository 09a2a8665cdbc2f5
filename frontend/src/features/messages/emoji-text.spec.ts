import { describe, expect, it } from '@jest/globals';
import { withEmoji, withLabels } from './emoji-text';

const byLabel = new Map([
  ['wave', { id: '11', name: 'wave' }],
  ['wave~1', { id: '21', name: 'wave' }],
  ['30', { id: '12', name: '30' }],
]);

describe('what is typed between colons', () => {
  it.each([
    ['hi :wave:, :wave~1:', 'hi <:wave:11>, <:wave:21>'],
    ['in:wave::wave:', 'in<:wave:11><:wave:11>'],
    [':none:wave:', ':none<:wave:11>'],
    [':Wave: :wave :wave~2:', ':Wave: :wave :wave~2:'],
    ['`:wave:` \\:wave:', '`:wave:` \\:wave:'],
    ['<:old:11> <a:wave:21>', '<:old:11> <a:wave:21>'],
    ['<:secret:99> <a:secret:99>', ':secret: :secret:'],
    ['<:secret:99>:wave:', ':secret:<:wave:11>'],
    ['`<:secret:99>`', '`<:secret:99>`'],
    ['https://a.example:8080/x', 'https://a.example:8080/x'],
  ])('%s', (text, content) => expect(withEmoji(text, byLabel)).toBe(content));
});

describe('what is to be changed', () => {
  it.each([
    ['<:wave:11> and <:old:21>', ':wave: and :wave~1:'],
    ['<a:gone:99>', ':gone:'],
    ['`<:wave:11>` \\<:wave:11>', '`<:wave:11>` \\<:wave:11>'],
  ])('%s', (content, text) => expect(withLabels(content, byLabel)).toBe(text));

  it('is the way back', () => {
    const content = '<:wave:11><:wave:21> `:wave:`';
    expect(withEmoji(withLabels(content, byLabel), byLabel)).toBe(content);
  });

  it('takes time in proportion to the text', () => {
    const text = ':wa'.repeat(3_000);
    expect(withEmoji(text, byLabel)).toBe(text);
  });
});
