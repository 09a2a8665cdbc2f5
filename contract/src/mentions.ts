import { limits } from './limits.js';

/** What a text mentions, each once, in the order of its first mention. */
export interface ParsedMentions {
  userIds: string[];
  roleIds: string[];
  channelIds: string[];
  /** `@everyone` or `@here`. */
  everyone: boolean;
}

const nothing: ParsedMentions = { userIds: [], roleIds: [], channelIds: [], everyone: false };

/**
 * The marks of a text: `<@id>` a user, `<@&id>` a role, `<#id>` a channel, `@everyone` and `@here` for all who see it. A backslash before
 * one takes its meaning.
 */
const mark = /\\[\s\S]|<@([1-9]\d{0,18})>|<@&([1-9]\d{0,18})>|<#([1-9]\d{0,18})>|(?<![\p{L}\p{N}_])@(?:everyone|here)(?![\p{L}\p{N}_])/gu;

/** Whom and what a text mentions, whether they exist or not; code mentions nobody. Beyond `limits.mentions` of a kind no more are taken. */
export function parseMentions(content: string): ParsedMentions {
  if (!content.includes('<') && !content.includes('@')) return nothing;
  const users = new Set<string>();
  const roles = new Set<string>();
  const channels = new Set<string>();
  let everyone = false;
  for (const [found, user, role, channel] of withoutCode(content).matchAll(mark)) {
    if (user) users.add(user);
    else if (role) roles.add(role);
    else if (channel) channels.add(channel);
    else if (found.startsWith('@')) everyone = true;
  }
  const some = (ids: Set<string>) => [...ids].slice(0, limits.mentions);
  return { userIds: some(users), roleIds: some(roles), channelIds: some(channels), everyone };
}

/** The text with a blank for each code block and span, as CommonMark has them. Its time is linear in the length. */
export function withoutCode(content: string): string {
  return content.includes('`') || content.includes('~~~') ? withoutSpans(withoutFences(content)) : content;
}

function withoutFences(content: string): string {
  const kept: string[] = [];
  let fence: string | null = null;
  for (const line of content.split('\n')) {
    const open = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && open) fence = open;
    else if (fence === null) kept.push(line);
    else if (open?.startsWith(fence) && line.trim() === open) fence = null;
  }
  return kept.join('\n');
}

/** A span goes from one run of backticks to the next of the same length; a run without a second is text. */
function withoutSpans(content: string): string {
  const runs = [...content.matchAll(/`+/g)];
  const places = new Map<number, number[]>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    const same = places.get(length);
    if (same) same.push(index);
    else places.set(length, [index]);
  }
  let text = '';
  let from = 0;
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const length = run?.[0].length ?? 0;
    const same = places.get(length) ?? [];
    while ((same.at(-1) ?? Infinity) <= at) same.pop();
    const end = same.at(-1);
    if (!run || end === undefined) continue;
    text += `${content.slice(from, run.index)} `;
    from = (runs[end]?.index ?? 0) + length;
    at = end;
  }
  return text + content.slice(from);
}
