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

/** Reads what comes before the body ends, however broken the page is. */
export function readPage(html: string): PageFacts {
  const meta = new Map<string, string>();
  let title: string | null = null;
  let imageLink: string | null = null;
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      // A drawing has titles too.
      if (name === 'title') inTitle = title === null;
      else if (name === 'meta') note(meta, attributes);
      else if (name === 'link' && attributes['rel']?.toLowerCase() === 'image_src') imageLink ??= attributes['href'] ?? null;
    },
    ontext(text) {
      if (inTitle) title = `${title ?? ''}${text}`.slice(0, MAX_CONTENT);
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
    },
  });
  parser.end(html);
  return { title: title ?? '', meta, imageLink };
}

function note(meta: Map<string, string>, attributes: Record<string, string>): void {
  const { content } = attributes;
  const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase();
  if (name && content && content.length <= MAX_CONTENT && !meta.has(name)) meta.set(name, content);
}
