/** Of no width and no meaning of its own: zero-width spaces and joiners, soft hyphens, variation selectors, tags. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Accents on letters, vowel points of Arabic and Hebrew, and the stroke that stretches Arabic words. Signs without which a word is another
 * one, as in Indic scripts and kana, stay.
 */
const DECORATION =
  /[[\p{M}&&[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]]--[\u3099\u309a]]|\u0640/gv;

/** Two ligatures that stand for whole sentences: spelled out, a text of them would be many times as long. */
const SENTENCES = /[\ufdfa\ufdfb]/g;

/** Small letters that pass for Latin ones and that Unicode does not count as the same. Both keyword and text go through it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ԛ: 'q', ԝ: 'w', ӏ: 'l', ѵ: 'v' },
  ...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ɑ: 'a', ɡ: 'g', ß: 'ss', ſ: 's' },
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** The text as a reader sees it: one way of writing each letter, nothing invisible. Case and accents are kept. */
export function plainText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(SENTENCES, ' ').normalize('NFKC').replace(INVISIBLE, '');
}

/**
 * The text without what makes no difference to a keyword: case, accents, invisible characters, letters that look like others, and how
 * much white space stands between words.
 */
export function foldText(text: string): string {
  const small = PRINTABLE_ASCII.test(text) ? text.toLowerCase() : foldUnicode(text);
  return small.replace(/\s+/g, ' ');
}

function foldUnicode(text: string): string {
  const bare = text.replace(SENTENCES, ' ').normalize('NFKD').replace(INVISIBLE, '').toLowerCase().replace(DECORATION, '');
  return bare.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter).normalize('NFC');
}
