import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** Everything that draws, but for the tokens and what reads them. */
const sources = globSync('**/*.{ts,tsx,css}', { cwd: root })
  .filter((path) => !path.includes('.spec.') && path !== join('styles', 'tokens.css') && !path.startsWith(join('styles', 'contrast')))
  .map((path) => ({ path: relative(root, join(root, path)), text: readFileSync(join(root, path), 'utf8') }));

const rules = [
  {
    name: 'no colour but the tokens',
    pattern:
      /#[0-9a-f]{6}\b|\b(?:rgba?|hsla?|hwb|lab|lch)\(|\boklch\((?!var\(--avatar|from var\(--name\)|0\.985 0\.008 var\(--hue\))|\[(?:color:|#[0-9a-f]{3})[^\]]*\]/gi,
  },
  {
    name: 'no size of text, radius or shadow but the tokens',
    pattern: /(?<![\w-])(?:text|rounded(?:-[a-z]{1,2})?|shadow)-\[[^\]]*\]/g,
  },
  {
    name: 'start and end, not left and right',
    pattern:
      /(?<![\w-])-?(?:m[lr]|p[lr]|scroll-[mp][lr])-[\w[(.]|(?<![\w-])(?:border-[lr]|rounded-(?:[lr]|[tb][lr]))(?![\w])|(?<![\w-])-?(?:left|right)-[\d[]|(?<![\w-])(?:text|float|clear|object|bg|origin(?:-top|-bottom)?)-(?:left|right)(?![\w-])|(?<![\w-])bg-(?:linear|gradient)-to-[lr](?![\w-])|\b(?:margin|padding|border|inset|scroll(?:Margin|Padding))(?:Left|Right)\b|(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|\btext-align:\s*(?:left|right)/g,
  },
  {
    name: 'what slides or turns sideways does so the other way from right to left',
    pattern: /^(?!.*rtl:).*(?<![\w-])-?(?:translate-x-(?!1\/2)[\w[(.]|rotate-90\b|skew-x-).*$/gm,
  },
  {
    name: 'icons that point along the line are mirrored',
    pattern:
      /<\w+(?=(?:=>|[^>])*\bicon=\{[^}]*\b(?:ArrowLeft|ArrowRight|ChevronLeft|ChevronRight|ChevronsLeft|ChevronsRight|CornerUpLeft|CornerUpRight|CornerDownLeft|CornerDownRight|Reply|ReplyAll|Forward|LogOut|LogIn|Undo|Undo2|Redo|Redo2|SendHorizontal|Send|PanelLeft|PanelRight|List|ListTree|ListOrdered|ExternalLink)\b)(?!(?:=>|[^>])*\bmirrored\b)(?:=>|[^>])*>/g,
  },
];

describe('styles', () => {
  test('there is something to look at', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  test.each(rules)('$name', ({ pattern }) => {
    const found = sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}: ${match[0]}`));
    expect(found).toEqual([]);
  });
});
