import { withoutCode } from '@hearth/contract';
import { MAX_URL } from './fetch/safe-fetcher.js';

/** Of one message. */
const MAX_LINKS = 5;

/** As far as it may reach; what stands in `<...>` is found too, and passed over. */
const LINK = /(?<![\p{L}\p{N}])(<?)(https?:\/\/(?:(?!\]\()[^\s<>"])+)/giu;

/** Ends a sentence or a mark of Markdown, and no address. */
const TRAILING: ReadonlySet<string> = new Set('.,:;!?\'"*_~|');

const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * The links of a text that ask for a preview, each once: none in code, none behind a spoiler, none in angle brackets. Takes time in proportion
 * to the text.
 */
export function linksIn(content: string): string[] {
  if (!/https?:\/\//i.test(content)) return [];
  const links = new Map<string, string>();
  for (const [, bracket, found = ''] of withoutSpoilers(withoutCode(content)).matchAll(LINK)) {
    const link = bracket === '' ? normal(trimmed(found)) : null;
    if (link && !links.has(pageOf(link))) links.set(pageOf(link), link);
    if (links.size === MAX_LINKS) break;
  }
  return [...links.values()];
}

/** What is fetched for a link: the part after # stays with the reader. */
export const pageOf = (link: string): string => link.split('#', 1)[0] ?? link;

/** Every second stretch between bars is hidden, as long as there are bars behind it. */
const withoutSpoilers = (content: string): string =>
  content
    .split('||')
    .filter((_, index, parts) => index % 2 === 0 || index === parts.length - 1)
    .join(' ');

/** Without what belongs to the sentence around it: `(see https://a.example/b_(c)).` and `[this](https://a.example)`. */
function trimmed(link: string): string {
  const surplus = new Map(Object.entries(CLOSING).map(([closing, opening]) => [closing, count(link, closing) - count(link, opening)]));
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    const open = surplus.get(last) ?? 0;
    if (open > 0) surplus.set(last, open - 1);
    else if (!TRAILING.has(last)) break;
  }
  return link.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function normal(link: string): string | null {
  const { href, username, password } = URL.canParse(link) ? new URL(link) : { href: '', username: '', password: '' };
  return href !== '' && href.length <= MAX_URL && username === '' && password === '' ? href : null;
}
