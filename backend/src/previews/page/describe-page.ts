import { limits } from '@hearth/contract';
import type { PageFacts } from './read-page.js';

/** What a preview shows of a page, before its picture is looked at. */
export interface PageDescription {
  title: string | null;
  description: string | null;
  siteName: string | null;
  author: string | null;
  isVideo: boolean;
  /** 24 bits of RGB. */
  color: number | null;
  image: { url: string; alt: string | null } | null;
}

const TITLES = ['og:title', 'twitter:title'];
const DESCRIPTIONS = ['og:description', 'twitter:description', 'description'];
const SITE_NAMES = ['og:site_name', 'application-name'];
const AUTHORS = ['author', 'article:author', 'twitter:creator'];
const IMAGES = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];
const ALTS = ['og:image:alt', 'twitter:image:alt'];
const VIDEOS = ['og:video', 'og:video:url', 'og:video:secure_url', 'twitter:player'];

/** By Open Graph, else by Twitter's cards, else by what plain HTML has. Null where a page says nothing worth showing. */
export function describePage(facts: PageFacts, pageUrl: string): PageDescription | null {
  const text = (names: string[], max: number) => cleaned(first(facts.meta, names), max);
  const title = text(TITLES, limits.embed.title) ?? cleaned(facts.title, limits.embed.title);
  const description = text(DESCRIPTIONS, limits.embed.description);
  const image = address(first(facts.meta, IMAGES) ?? facts.imageLink, pageUrl);
  if (title === null && description === null && image === null) return null;
  const author = text(AUTHORS, limits.embed.name);
  return {
    title,
    description: description === title ? null : description,
    siteName: text(SITE_NAMES, limits.embed.name),
    // Some pages name their author by an address.
    author: author?.includes('://') ? null : author,
    isVideo: first(facts.meta, VIDEOS) !== null || (facts.meta.get('og:type')?.startsWith('video') ?? false),
    color: colorOf(facts.meta.get('theme-color')),
    image: image === null ? null : { url: image, alt: text(ALTS, limits.embed.alt) },
  };
}

function first(meta: PageFacts['meta'], names: string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.trim();
    if (value) return value;
  }
  return null;
}

// No line breaks, nothing that cannot be stored, and nothing that turns the direction of what stands beside it.
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu;

function cleaned(text: string | null, max: number): string | null {
  const line = text?.toWellFormed().replaceAll(unwanted, ' ').trim() ?? '';
  if (line === '') return null;
  const letters = [...line.slice(0, (max + 1) * 2)];
  return letters.length <= max
    ? line
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

const address = (url: string | null, base: string): string | null =>
  url !== null && URL.canParse(url, base) ? new URL(url, base).href : null;

/** As `#abc` or `#aabbcc`; names and functions of CSS are left out. */
function colorOf(value: string | undefined): number | null {
  const digits = /^\s*#([\da-f]{3}|[\da-f]{6})\s*$/i.exec(value ?? '')?.[1];
  if (!digits) return null;
  return Number.parseInt(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits, 16);
}
