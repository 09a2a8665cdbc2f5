import { setImmediate as othersTurn } from 'node:timers/promises';
import { Parser } from 'htmlparser2';

/** What a page says of itself, each thing as it says it first. */
export interface PageFacts {
  title: string;
  /** Of `<meta>` by `property`, `name` or `itemprop`, in small letters. */
  meta: ReadonlyMap<string, string>;
  /** `<link rel="image_src">`. */
  imageLink: string | null;
}

/** Nothing that anybody shows is longer; some pages put whole pictures in their head. */
const MAX_CONTENT = 4_000;

/** The parser's time grows with the depth of each tag: a page of a megabyte that only opens them would take minutes. */
const MAX_DEPTH = 256;
/** Characters that are read before other work has its turn. */
const CHUNK = 65_536;

/** Reads what a page says of itself, however broken it is; what is nested without end, as far as that. */
export async function readPage(html: string): Promise<PageFacts> {
  const meta = new Map<string, string>();
  let title: string | null = null;
  let imageLink: string | null = null;
  let inTitle = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH) parser.pause();
      // A drawing has titles too.
      if (name === 'title') inTitle = title === null;
      else if (name === 'meta') note(meta, attributes);
      else if (name === 'link' && attributes['rel']?.toLowerCase() === 'image_src') imageLink ??= attributes['href'] ?? null;
    },
    ontext(text) {
      if (inTitle) title = `${title ?? ''}${text}`.slice(0, MAX_CONTENT);
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'title') inTitle = false;
    },
  });
  for (let from = 0; from < html.length && depth <= MAX_DEPTH; from += CHUNK) {
    parser.write(html.slice(from, from + CHUNK));
    await othersTurn();
  }
  parser.end();
  return { title: title ?? '', meta, imageLink };
}

function note(meta: Map<string, string>, attributes: Record<string, string>): void {
  const { content } = attributes;
  const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase();
  if (name && content && content.length <= MAX_CONTENT && !meta.has(name)) meta.set(name, content);
}
