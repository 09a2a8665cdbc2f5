/** How far a page may say in itself what it is encoded in. */
const PRESCAN = 4_096;

/** White space before and after the quotation mark only where there is one: else each could take all of it, and pages of blanks take seconds. */
const DECLARED = /<meta[^>]{0,200}?charset\s{0,20}=\s{0,20}(?:["']\s{0,20})?([\w-]{1,40})/i;

/** The text of a page, in what its first bytes, its header or it itself say it is encoded in; else as UTF-8, or as old pages of the West are. */
export function decodePage(body: Buffer, charset: string | null): string {
  const label = marked(body) ?? known(charset) ?? known(declared(body)) ?? (isUtf8(body) ? 'utf-8' : 'windows-1252');
  return new TextDecoder(label).decode(body);
}

function marked(body: Buffer): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : null;
}

function declared(body: Buffer): string | null {
  const label = DECLARED.exec(body.toString('latin1', 0, PRESCAN))?.[1] ?? null;
  // Who can read this reads no UTF-16.
  return label?.toLowerCase().startsWith('utf-16') ? 'utf-8' : label;
}

function known(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUtf8(body: Buffer): boolean {
  try {
    // A page that was cut may end inside a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(body, { stream: true });
    return true;
  } catch {
    return false;
  }
}
