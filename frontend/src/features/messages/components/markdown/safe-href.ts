const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** The address in its normal form if a click on it can do no harm here, else null. Foreign letters in a host come out as punycode. */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
}
