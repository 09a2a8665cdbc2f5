/** Of members, roles and everybody, as clients write them. */
const TAGS = /<@[!&]?\d{1,19}>/g;
/** By name: not what stands inside a word, as in an address. */
const NAMES = /(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,30}[\p{L}\p{N}_])?/gu;

/** How many different people, roles or groups a text calls. */
export function countMentions(plain: string): number {
  const tags = (plain.match(TAGS) ?? []).map((tag) => tag.replace('!', ''));
  const names = (plain.replace(TAGS, ' ').match(NAMES) ?? []).map((name) => name.toLowerCase());
  return new Set([...tags, ...names]).size;
}
