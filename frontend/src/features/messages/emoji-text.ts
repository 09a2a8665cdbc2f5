import { segmentsOf } from '@hearth/contract';

interface Named {
  id: string;
  name: string;
}

const TOKEN = /^<a?:(\w{2,32}):([1-9]\d{0,18})>/;
const LABEL = /^:(\w{2,32}(?:~[1-9]\d{0,2})?):/;
const SIGN = /\\[\s\S]|<(?=a?:\w)|:(?=\w)/;

/** What stands for a beginning of a text, and how much of it; undefined where nothing does. */
type Replacer = (text: string) => { text: string; length: number } | undefined;

/** Code, and what a backslash stands before, stay as they are. */
const replaced = (text: string, replacer: Replacer): string =>
  segmentsOf(text)
    .map((segment) => (segment.isCode ? segment.text : replaceAll(segment.text, replacer)))
    .join('');

function replaceAll(text: string, replacer: Replacer): string {
  const parts: string[] = [];
  let rest = text;
  for (let found = SIGN.exec(rest); found; found = SIGN.exec(rest)) {
    const after = rest.slice(found.index);
    const replacement = found[0].startsWith('\\') ? undefined : replacer(after);
    const length = replacement?.length ?? found[0].length;
    parts.push(rest.slice(0, found.index), replacement?.text ?? after.slice(0, length));
    rest = after.slice(length);
  }
  return parts.join('') + rest;
}

/** A text as it was typed, with the marks of emoji in the place of `:wave:`. The mark of one that may not be used is its name. */
export function withEmoji(text: string, byLabel: ReadonlyMap<string, Named>): string {
  if (!text.includes(':')) return text;
  const usable = new Set([...byLabel.values()].map(({ id }) => id));
  return replaced(text, (rest) => {
    const [token, name, id = ''] = TOKEN.exec(rest) ?? [];
    if (token !== undefined) return { text: usable.has(id) ? token : `:${name}:`, length: token.length };
    const [whole = '', label = ''] = LABEL.exec(rest) ?? [];
    const emoji = byLabel.get(label);
    return emoji && { text: `<:${emoji.name}:${emoji.id}>`, length: whole.length };
  });
}

/** The way back: what is written for the marks of emoji. */
export function withLabels(text: string, byLabel: ReadonlyMap<string, Named>): string {
  if (!text.includes('<')) return text;
  const labels = new Map([...byLabel].map(([label, { id }]) => [id, label]));
  return replaced(text, (rest) => {
    const [token, name = '', id = ''] = TOKEN.exec(rest) ?? [];
    return token === undefined ? undefined : { text: `:${labels.get(id) ?? name}:`, length: token.length };
  });
}
