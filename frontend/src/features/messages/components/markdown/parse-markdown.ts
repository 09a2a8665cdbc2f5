import { limits } from '@hearth/contract';
import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { chatOptions } from './chat-tokenizer';
import type { Block, Inline } from './nodes';
import { safeHref } from './safe-href';

/** Emphasis inside emphasis: beyond this the text stands as it was typed. */
const MAX_INLINE_DEPTH = 8;

/** Longer than any message may be; not worth the time. */
const MAX_LENGTH = limits.content * 2;

/** Never throws, and takes time in proportion to the text whatever the text is. */
export function parseMarkdown(source: string): Block[] {
  if (source.length > MAX_LENGTH) return plain(source);
  try {
    return toBlocks(new Lexer(chatOptions()).lex(source));
  } catch {
    // The lexer recurses; what exhausts its stack is no prose.
    return plain(source);
  }
}

const plain = (text: string): Block[] => [{ kind: 'paragraph', children: [{ kind: 'text', text }] }];

const toBlocks = (tokens: readonly Token[]): Block[] => tokens.flatMap((token) => toBlock(token as MarkedToken));

function toBlock(token: MarkedToken): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'code':
      return [{ kind: 'code', text: token.text, language: token.lang ?? '' }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: toBlocks(token.tokens) }];
    case 'list':
      return [{ kind: 'list', start: token.ordered ? Number(token.start) : null, items: token.items.map(toItem) }];
    case 'heading':
      return token.depth <= 3
        ? [{ kind: 'heading', level: headingLevel(token.depth), children: toInlines(token.tokens, 0) }]
        : plain(token.raw.trimEnd());
    default:
      return [{ kind: 'paragraph', children: inlinesOf(token, 0) }];
  }
}

const headingLevel = (depth: number): 1 | 2 | 3 => (depth === 1 ? 1 : depth === 2 ? 2 : 3);

/** A box of a task list is kept as a sign: nobody can tick it in a message. */
function toItem(item: Tokens.ListItem): Block[] {
  const blocks = toBlocks(item.tokens.filter(({ type }) => type !== 'checkbox'));
  if (!item.task) return blocks;
  const box: Inline = { kind: 'text', text: item.checked ? '☑ ' : '☐ ' };
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph'
    ? [{ ...first, children: [box, ...first.children] }, ...rest]
    : [{ kind: 'paragraph', children: [box] }, ...blocks];
}

const toInlines = (tokens: readonly Token[], depth: number): Inline[] => tokens.flatMap((token) => toInline(token, depth));

const inlinesOf = (token: Token, depth: number): Inline[] =>
  'tokens' in token && token.tokens ? toInlines(token.tokens, depth) : [{ kind: 'text', text: textOf(token) }];

const textOf = (token: Token): string => ('text' in token && typeof token.text === 'string' ? token.text : token.raw);

function toInline(token: Token, depth: number): Inline[] {
  if (depth > MAX_INLINE_DEPTH) return [{ kind: 'text', text: token.raw }];
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
    case 'spoiler':
      return [{ kind: token.type, children: toInlines(token.tokens ?? [], depth + 1) }];
    case 'codespan':
      return [{ kind: 'code', text: textOf(token) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'mention':
      return [toMention(token)];
    case 'emoji':
      return [{ kind: 'emoji', name: String(token['name']), id: String(token['id']) }];
    case 'everyone':
      return [{ kind: 'everyone', text: token.raw }];
    case 'link':
    case 'image':
      return toLink(token as Tokens.Link | Tokens.Image, depth);
    default:
      return inlinesOf(token, depth);
  }
}

const targets = { '@': 'user', '@&': 'role', '#': 'channel' } as const;

const toMention = ({ sign, id }: Tokens.Generic): Inline => ({
  kind: 'mention',
  target: targets[sign as keyof typeof targets],
  id: String(id),
});

/** A picture from elsewhere would tell its host who reads: it is a link like any other. */
function toLink(token: Tokens.Link | Tokens.Image, depth: number): Inline[] {
  const href = safeHref(token.href);
  if (href === null) return [{ kind: 'text', text: token.raw }];
  const children = toInlines(token.tokens, depth + 1);
  return [{ kind: 'link', href, children: children.length > 0 ? children : [{ kind: 'text', text: token.href }] }];
}
