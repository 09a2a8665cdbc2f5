import { matchesTerms, searchBody, searchWords, startOfDay, type Message, type SearchQuery, type SearchValue } from '@hearth/contract';

/** What the names of a query are compared with, without the server. */
export interface Searcher {
  id: string;
  /** IANA name. */
  zone: string;
  channelName: (channelId: string) => string | undefined;
}

/** The searcher, in place of a user name. */
const MYSELF = 'me';
const LINK = /https?:\/\/[^\s<>]/i;

/** What a query asks for, of messages that are held: by the rules of the server's index, with parts of words. */
export function heldMatcher(query: SearchQuery, searcher: Searcher): (message: Message) => boolean {
  const { since, before } = query;
  const from = since ? startOfDay(since, searcher.zone) : -Infinity;
  const until = before ? startOfDay(before, searcher.zone) : Infinity;
  return (message) => {
    const at = Date.parse(message.createdAt);
    return (
      at >= from &&
      at < until &&
      (query.pinned === null || query.pinned === (message.pinnedAt !== null)) &&
      query.has.every(({ kind, negated }) => kindsOf(message).has(kind) !== negated) &&
      matchesNames(query, message, searcher) &&
      matchesTerms(searchBody(searchWords(textOf(message))), query.terms, 'parts')
    );
  };
}

const textOf = ({ content, poll }: Message): string =>
  poll ? [content, poll.question, ...poll.answers.map(({ text }) => text)].join('\n') : content;

function matchesNames(query: SearchQuery, message: Message, { id, channelName }: Searcher): boolean {
  const namesOf = (user: { id: string; username: string }) => [user.id, user.username, ...(user.id === id ? [MYSELF] : [])];
  const mentioned = [...message.mentions.flatMap(namesOf), ...(message.mentionRoles ?? [])];
  const channel = [message.channelId, channelName(message.channelId)?.toLowerCase() ?? ''];
  return isOneOf(query.from, namesOf(message.author)) && isOneOf(query.in, channel) && isOneOf(query.mentions, mentioned);
}

/** Values of one filter are alternatives; none of those with a minus may be there. */
function isOneOf(values: readonly SearchValue[], names: readonly string[]): boolean {
  const isThere = ({ value }: SearchValue) => names.includes(value.toLowerCase());
  const wanted = values.filter(({ negated }) => !negated);
  return (wanted.length === 0 || wanted.some(isThere)) && !values.some((value) => value.negated && isThere(value));
}

function kindsOf({ content, embeds, attachments, poll }: Message): ReadonlySet<string> {
  return new Set([
    ...(LINK.test(content) ? ['link'] : []),
    ...(embeds.length > 0 ? ['embed'] : []),
    ...embeds.map(({ type }) => type),
    ...(attachments.length > 0 ? ['file'] : []),
    ...attachments.map(({ kind }) => kind),
    ...(poll ? ['poll'] : []),
  ]);
}
