import { describe, expect, it } from '@jest/globals';
import { isEmojiOnly } from './emoji-only';
import type { Block, Inline } from './nodes';
import { parseMarkdown } from './parse-markdown';

const inlines = (source: string): Inline[] => {
  const [block] = parseMarkdown(source);
  return block?.kind === 'paragraph' ? block.children : [];
};
const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

/** All that a reader sees, without marks. */
function visible(node: Block | Inline): string {
  switch (node.kind) {
    case 'text':
    case 'code':
    case 'everyone':
      return node.text;
    case 'emoji':
      return `:${node.name}:`;
    case 'mention':
      return node.id;
    case 'break':
      return '\n';
    case 'quote':
      return node.blocks.map(visible).join('\n');
    case 'list':
      return node.items.flat().map(visible).join('\n');
    default:
      return node.children.map(visible).join('');
  }
}

const links = (nodes: readonly (Block | Inline)[]): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'link') return [node.href];
    if (node.kind === 'quote') return links(node.blocks);
    if (node.kind === 'list') return links(node.items.flat());
    return 'children' in node ? links(node.children) : [];
  });

describe('inline marks', () => {
  it.each<[string, Inline]>([
    ['**bold**', { kind: 'strong', children: [text('bold')] }],
    ['_italics_', { kind: 'em', children: [text('italics')] }],
    ['*italics*', { kind: 'em', children: [text('italics')] }],
    ['~~gone~~', { kind: 'del', children: [text('gone')] }],
    ['||the butler||', { kind: 'spoiler', children: [text('the butler')] }],
    ['`a < b`', { kind: 'code', text: 'a < b' }],
  ])('%s', (source, node) => {
    expect(inlines(source)).toEqual([node]);
  });

  it('nests', () => {
    expect(inlines('**a _b_**')).toEqual([{ kind: 'strong', children: [text('a '), { kind: 'em', children: [text('b')] }] }]);
    expect(inlines('||**a**||')).toEqual([{ kind: 'spoiler', children: [{ kind: 'strong', children: [text('a')] }] }]);
  });

  it('leaves an unclosed or empty spoiler alone', () => {
    expect(inlines('a || b')).toEqual([text('a || b')]);
    expect(inlines('||||').map(visible).join('')).toBe('||||');
  });

  it('keeps single newlines', () => {
    expect(inlines('one\ntwo')).toEqual([text('one'), { kind: 'break' }, text('two')]);
  });

  it('keeps what looks like HTML and entities as typed', () => {
    const source = '<b onclick="x()">hi</b> <script>alert(1)</script> &amp; <!-- c -->';
    expect(parseMarkdown(source).map(visible).join('')).toBe(source);
    expect(parseMarkdown('<div>\n**bold**\n</div>').map(visible).join('')).toBe('<div>\nbold\n</div>');
  });
});

describe('mentions', () => {
  it.each<[string, Inline[]]>([
    ['<@1>', [{ kind: 'mention', target: 'user', id: '1' }]],
    ['a<@&2>b', [text('a'), { kind: 'mention', target: 'role', id: '2' }, text('b')]],
    ['<#3>', [{ kind: 'mention', target: 'channel', id: '3' }]],
    ['oh @here!', [text('oh '), { kind: 'everyone', text: '@here' }, text('!')]],
    ['**<@1>**', [{ kind: 'strong', children: [{ kind: 'mention', target: 'user', id: '1' }] }]],
    ['`<@1>`', [{ kind: 'code', text: '<@1>' }]],
    ['mail@everyone', [text('mail@everyone')]],
    ['<@0> <@x>', [text('<@0> <@x>')]],
  ])('%s', (source, children) => {
    expect(parseMarkdown(source)).toEqual([{ kind: 'paragraph', children }]);
  });
});

describe('blocks', () => {
  it('reads quotes, lists, headings and code', () => {
    expect(parseMarkdown('> q')).toEqual([{ kind: 'quote', blocks: [paragraph(text('q'))] }]);
    expect(parseMarkdown('- a\n- b')).toEqual([{ kind: 'list', start: null, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }]);
    expect(parseMarkdown('3. c')).toEqual([{ kind: 'list', start: 3, items: [[paragraph(text('c'))]] }]);
    expect(parseMarkdown('## Title')).toEqual([{ kind: 'heading', level: 2, children: [text('Title')] }]);
    expect(parseMarkdown('```ts\nlet a;\n\nlet b;\n```')).toEqual([{ kind: 'code', language: 'ts', text: 'let a;\n\nlet b;' }]);
  });

  it('keeps code that never ends as code', () => {
    expect(parseMarkdown('```\n**a**')).toEqual([{ kind: 'code', language: '', text: '**a**' }]);
  });

  it.each(['| a | b |\n|---|---|\n| 1 | 2 |', 'Title\n---', '---', '[x]: https://example.com', '#### deep', '    four spaces'])(
    'shows what a chat has no use for as it was typed: %j',
    (source) => {
      expect(parseMarkdown(source).map(visible).join('\n').trim()).toBe(source.trim());
    },
  );

  it('keeps the boxes of a task list', () => {
    expect(parseMarkdown('- [x] done\n- [ ] not yet').map(visible).join('')).toBe('☑ done\n☐ not yet');
  });
});

describe('links', () => {
  it('takes http, https and mailto, bare or named', () => {
    expect(links(parseMarkdown('https://a.example/x?y=1&z=2 and www.b.example and me@c.example'))).toEqual([
      'https://a.example/x?y=1&z=2',
      'http://www.b.example/',
      'mailto:me@c.example',
    ]);
    expect(links(parseMarkdown('[name](https://d.example)'))).toEqual(['https://d.example/']);
    expect(links(parseMarkdown('![picture](https://e.example/p.png)'))).toEqual(['https://e.example/p.png']);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://a.example/1)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '[x](/relative)',
    '[x](#)',
    'javascript:alert(1)',
  ])('never makes a link of %s', (source) => {
    expect(links(parseMarkdown(source))).toEqual([]);
  });

  it('shows a host in foreign letters as what it is', () => {
    expect(links(parseMarkdown('[apple.com](https://аpple.com)'))).toEqual(['https://xn--pple-43d.com/']);
  });
});

describe('hostile texts', () => {
  const depth = (blocks: Block[]): number =>
    Math.max(
      0,
      ...blocks.map((block) =>
        block.kind === 'quote' ? 1 + depth(block.blocks) : block.kind === 'list' ? 1 + depth(block.items.flat()) : 0,
      ),
    );

  const nested: [string, string][] = [
    ['quotes', '>'.repeat(10_000)],
    ['quotes within the limit', `${'> '.repeat(1_900)}x`],
    ['lists', `${'- '.repeat(1_900)}x`],
    ['indented lists', Array.from({ length: 80 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')],
    ['quotes and lists', `${'> - '.repeat(900)}x`],
  ];

  it.each(nested)('bounds the depth of nested %s', (_name, source) => {
    expect(depth(parseMarkdown(source))).toBeLessThanOrEqual(6);
  });

  const patterns = [
    '*a ',
    '_a',
    '**a *b ',
    '~~a',
    '||',
    '||a',
    '[',
    '[a](',
    '![',
    '<',
    '<a ',
    '`',
    '`a',
    'a@',
    'a.',
    'http://',
    '\\',
    '&',
    '#',
    '\n',
    '|-',
    '> ',
    '- ',
    '1. ',
  ];

  it.each([...patterns, 'a'])('comes to an end of thousands of %j', (pattern) => {
    const source = pattern.repeat(Math.ceil(8_000 / pattern.length)).slice(0, 8_000);
    expect(parseMarkdown(source)).toBeInstanceOf(Array);
  });

  it('shows a text beyond every limit as it is', () => {
    const source = '**a** '.repeat(200_000);
    expect(parseMarkdown(source)).toEqual([paragraph(text(source))]);
  });
});

describe('emoji of servers', () => {
  const wave: Inline = { kind: 'emoji', name: 'wave_2', id: '11' };

  it.each([
    ['<:wave_2:11>', [wave]],
    ['a<a:wave_2:11>b', [text('a'), wave, text('b')]],
    ['**<:wave_2:11>**', [{ kind: 'strong', children: [wave] }]],
    ['_hi <:wave_2:11>_', [{ kind: 'em', children: [text('hi '), wave] }]],
    ['`<:wave_2:11>`', [{ kind: 'code', text: '<:wave_2:11>' }]],
    ['<:w:11>', [text('<:w:11>')]],
    ['<:wave_2:011>', [text('<:wave_2:011>')]],
  ] as const)('%s', (source, expected) => expect(inlines(source)).toEqual(expected));
});

describe('isEmojiOnly', () => {
  it.each(['🔥', '👍🏽 👩‍👩‍👧‍👦', '🇮🇸', '❤️\n🔥', '<:wave_2:11> 🔥', '<a:wave_2:1234567890123456789>'.repeat(27)])('%s is', (value) => {
    expect(isEmojiOnly(value)).toBe(true);
  });

  it.each(['', 'a 🔥', '1', '#', '🔥'.repeat(28), ' ', '<:wave_2:11>'.repeat(28), '`<:wave_2:11>`'])('%j is not', (value) => {
    expect(isEmojiOnly(value)).toBe(false);
  });
});
