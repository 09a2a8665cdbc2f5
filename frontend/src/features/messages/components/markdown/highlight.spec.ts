import { describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { highlighted } from './highlight';

const CODE = `// Feeds the starter
const flour = 500;
feed('rye', flour / 10);
`;

const looksOf = (code: string, language: string) =>
  highlighted(code, language).flatMap(({ text, look }) => (look ? [`${look}: ${text}`] : []));

describe('code', () => {
  it('shows what is what, in the language that it names, by whichever of its names', () => {
    const looks = ['comment: // Feeds the starter', 'keyword: const', 'number: 500', 'title: feed', "string: 'rye'", 'number: 10'];
    expect(looksOf(CODE, 'ts')).toEqual(looks);
    expect(looksOf(CODE, 'TypeScript')).toEqual(looks);
    expect(looksOf('-old\n+new', 'diff')).toEqual(['removed: -old', 'added: +new']);
  });

  it.each(['', 'klingon', '__proto__', 'constructor'])('stays plain in the language %j', (language) => {
    expect(highlighted(CODE, language)).toEqual([{ text: CODE, look: null }]);
  });

  it.each([
    ['ts', '<img src=x onerror=alert(1)> `${`${'],
    ['html', '<script>alert("&amp;")</script>\u2028 السلام'],
    ['json', '{"a": [1, 2, {"b": '],
    ['bash', `echo "${'('.repeat(2_000)}`],
    ['cpp', `/*${'*'.repeat(limits.content - 2)}`],
    ['regex', 'a'.repeat(100)],
  ])('in %s stays the text that it is, whatever it is', (language, code) => {
    expect(
      highlighted(code, language)
        .map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });
});
