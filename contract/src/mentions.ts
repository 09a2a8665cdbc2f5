import { limits } from './limits.js';
import { isSnowflake } from './snowflake.js';

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
  const some = (ids: Set<string>) => [...ids].filter(isSnowflake).slice(0, limits.mentions);
  return { userIds: some(users), roleIds: some(roles), channelIds: some(channels), everyone };
}

/** A custom emoji in a text: `<:name:id>`, or `<a:name:id>`, as other programs write those that move. */
const customEmoji = /\\[\s\S]|<a?:[A-Za-z0-9_]{2,32}:([1-9]\d{0,18})>/g;

/** The ids of the custom emoji in a text, each once, whether they exist or not; in code there are none. At most `limits.customEmoji`. */
export function customEmojiIn(content: string): string[] {
  if (!content.includes('<')) return [];
  const ids = new Set<string>();
  for (const [, emojiId] of withoutCode(content).matchAll(customEmoji)) if (emojiId) ids.add(emojiId);
  return [...ids].filter(isSnowflake).slice(0, limits.customEmoji);
}

/** A part of a text: prose, or code with its marks. */
export interface Segment {
  text: string;
  isCode: boolean;
}

/** The text with a blank for each code block and span. */
export const withoutCode = (content: string): string =>
  segmentsOf(content)
    .map(({ text, isCode }) => (isCode ? ' ' : text))
    .join('');

/** A text in its parts, which together are the text; code as CommonMark has it. Its time is linear in the length. */
export function segmentsOf(content: string): Segment[] {
  if (!content.includes('`') && !content.includes('~~~')) return [{ text: content, isCode: false }];
  return fencesOf(content).flatMap((part) => (part.isCode ? part : spansOf(part.text)));
}

function fencesOf(content: string): Segment[] {
  const parts: Segment[] = [];
  let fence: string | null = null;
  for (const line of content.split(/(?<=\n)/)) {
    const open = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const isCode = fence !== null || open !== undefined;
    const last = parts.at(-1);
    if (last?.isCode === isCode && !(isCode && fence === null)) last.text += line;
    else parts.push({ text: line, isCode });
    if (fence === null) fence = open ?? null;
    else if (open?.startsWith(fence) && line.trim() === open) fence = null;
  }
  return parts;
}

/** A span goes from one run of backticks to the next of the same length; a run without a second is text. */
function spansOf(content: string): Segment[] {
  const runs = [...content.matchAll(/`+/g)];
  const places = placesByLength(runs);
  const parts: Segment[] = [];
  let from = 0;
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const same = places.get(run?.[0].length ?? 0) ?? [];
    while ((same.at(-1) ?? Infinity) <= at) same.pop();
    const last = runs[same.at(-1) ?? -1];
    if (!run || !last) continue;
    const end = last.index + last[0].length;
    parts.push({ text: content.slice(from, run.index), isCode: false }, { text: content.slice(run.index, end), isCode: true });
    from = end;
    at = same.at(-1) ?? at;
  }
  parts.push({ text: content.slice(from), isCode: false });
  return parts.filter(({ text }) => text !== '');
}

/** By length, which runs have it, the last one first. */
function placesByLength(runs: readonly RegExpExecArray[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    const same = places.get(length);
    if (same) same.push(index);
    else places.set(length, [index]);
  }
  return places;
}
