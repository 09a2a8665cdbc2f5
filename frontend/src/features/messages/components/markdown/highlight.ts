import { common, createLowlight } from 'lowlight';

/** What a piece of code is, as far as it looks other than the rest. */
export type Look = 'comment' | 'keyword' | 'string' | 'number' | 'type' | 'title' | 'meta' | 'added' | 'removed';

export interface Piece {
  text: string;
  look: Look | null;
}

const lowlight = createLowlight(common);

/** By the first class that the library gives a piece. */
const looks: Readonly<Record<string, Look>> = {
  ...{ comment: 'comment', quote: 'comment', doctag: 'comment' },
  ...{ keyword: 'keyword', operator: 'keyword', 'selector-tag': 'keyword', name: 'keyword', section: 'keyword' },
  ...{ string: 'string', regexp: 'string', 'selector-attr': 'string', link: 'string', code: 'string' },
  ...{ number: 'number', literal: 'number', symbol: 'number', bullet: 'number', char: 'number' },
  ...{ type: 'type', built_in: 'type', attr: 'type', attribute: 'type', property: 'type', 'selector-class': 'type' },
  ...{ title: 'title', 'selector-id': 'title', 'template-variable': 'title', variable: 'title' },
  ...{ meta: 'meta', 'selector-pseudo': 'meta', addition: 'added', deletion: 'removed' },
};

interface Node {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: readonly Node[];
}

/** The pieces of a code, which together are the code; one plain piece where the language is not known. */
export function highlighted(code: string, language: string): readonly Piece[] {
  // What follows the name, such as a title, is for other programs.
  const name = language.trim().toLowerCase().split(/\s/)[0] ?? '';
  const plain = [{ text: code, look: null }];
  if (!lowlight.registered(name)) return plain;
  const pieces = flat(lowlight.highlight(name, code), null);
  return pieces.map(({ text }) => text).join('') === code ? pieces : plain;
}

function flat({ value, properties, children = [] }: Node, around: Look | null): Piece[] {
  if (value !== undefined) return [{ text: value, look: around }];
  const [first] = Array.isArray(properties?.className) ? (properties.className as string[]) : [];
  const look = looks[first?.replace('hljs-', '') ?? ''] ?? around;
  return children.flatMap((child) => flat(child, look));
}
