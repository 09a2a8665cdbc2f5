import { hasParts, isUnspaced, searchBody, searchWords, SHORTEST_PART, type SearchKind, type SearchTerm } from '@hearth/contract';

/** A message as far as the index needs it, as the driver returns it. */
export interface IndexedMessage {
  id: string;
  version: number;
  edited_at: Date | null;
  content: string;
  author_id: string;
  channel_id: string;
  /** The channel of the thread; else the channel. */
  home_id: string;
  server_id: string | null;
  mention_ids: string[] | null;
  mention_role_ids: string[] | null;
  /** Question and answers. */
  poll_text: string | null;
  /** Names and descriptions of its files. */
  file_text: string | null;
  /** Null where it has no files. */
  file_kinds: string[] | null;
  /** Null where there is none. */
  embed_types: string[] | null;
  pinned: boolean;
  segment: number;
}

export interface SearchDocument {
  id: string;
  homeId: string;
  version: number;
  editedAt: Date | null;
  body: string;
  terms: string[];
  /** As parts of which something may be found. */
  words: string[];
}

/** Lexemes of what is filtered by. A colon stands in no word. */
export const lexemes = {
  author: (id: string) => `u:${id}`,
  channel: (id: string) => `c:${id}`,
  server: (id: string) => `s:${id}`,
  mention: (id: string) => `m:${id}`,
  has: (kind: SearchKind) => `has:${kind}`,
  pinned: 'is:pinned',
  segment: (number: number) => `g:${number}`,
};

/** Longer words are cut, in the index and in what is asked of it: a lexeme has 2 KB at most. */
const LONGEST_WORD = 64;
const LINK = /https?:\/\/[^\s<>]/i;
const HAN = /\p{sc=Han}/u;

export function searchDocument(message: IndexedMessage): SearchDocument {
  const words = searchWords([message.content, message.poll_text ?? '', message.file_text ?? ''].join('\n'));
  return {
    id: message.id,
    homeId: message.home_id,
    version: message.version,
    editedAt: message.edited_at,
    body: searchBody(words),
    terms: [...new Set([...words.flatMap(wordTerms), ...filterTerms(message)])],
    words: [...new Set(words.filter((word) => !isUnspaced(word) && word.length >= SHORTEST_PART).map(cut))],
  };
}

/** What of a word stands in the index: it, or of a run without spaces each two characters that follow each other, and each that may be a word. */
function wordTerms(word: string): string[] {
  if (!isUnspaced(word)) return [cut(word)];
  const characters = [...word];
  return [...pairs(characters), ...characters.filter((character) => HAN.test(character))];
}

/** What the index is asked for to find a word. It may find too much where the word was cut or is a run of more than two characters. */
export function queryTerms(word: string): { terms: string[]; exact: boolean } {
  if (!isUnspaced(word)) return { terms: [cut(word)], exact: word.length <= LONGEST_WORD };
  const characters = [...word];
  return characters.length === 1 ? { terms: characters, exact: true } : { terms: pairs(characters), exact: characters.length === 2 };
}

/** What is looked for within words where whole ones find too little; null for what is not. Whoever asks for more than the index holds of a word means that word. */
export function partOf(term: SearchTerm): string | null {
  const [word = ''] = term.words;
  return hasParts(term) && word.length <= LONGEST_WORD ? word : null;
}

const cut = (word: string): string => (word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD).toWellFormed());
const pairs = (characters: string[]): string[] => characters.slice(1).map((character, index) => `${characters[index]}${character}`);

/** In a preview or in a file of its own. */
const shows = ({ embed_types, file_kinds }: IndexedMessage, kind: string): boolean =>
  embed_types?.includes(kind) === true || file_kinds?.includes(kind) === true;

function filterTerms(message: IndexedMessage): string[] {
  const { author_id: authorId, channel_id: channelId, home_id: homeId, server_id: serverId, mention_ids, mention_role_ids } = message;
  const kinds: [SearchKind, boolean][] = [
    ['link', LINK.test(message.content)],
    ['embed', message.embed_types !== null],
    ['image', shows(message, 'image')],
    ['video', shows(message, 'video')],
    ['audio', shows(message, 'audio')],
    ['file', message.file_kinds !== null],
    ['poll', message.poll_text !== null],
  ];
  return [
    lexemes.segment(message.segment),
    lexemes.author(authorId),
    lexemes.channel(homeId),
    lexemes.channel(channelId),
    ...(serverId === null ? [] : [lexemes.server(serverId)]),
    ...[...(mention_ids ?? []), ...(mention_role_ids ?? [])].map(lexemes.mention),
    ...kinds.flatMap(([kind, isThere]) => (isThere ? [lexemes.has(kind)] : [])),
    ...(message.pinned ? [lexemes.pinned] : []),
  ];
}
