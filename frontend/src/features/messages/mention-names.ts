import type { Attachment, Message, UserSummary } from '@hearth/contract';
import i18next from 'i18next';
import { channelsOf, findChannel } from '@/features/channels';
import { servers } from '@/features/servers';
import { currentLanguage, localeFor, nameOf } from '@/i18n';
import { formatCountdown } from '@/lib/format';
import { heldConversation } from './client';
import { isVoice } from './spoken';
import { withMarks, withNames, type Meanings, type Names } from './mention-text';

/** Whom the writer chose or edited names of; enough for any conversation. */
const MOST = 1_000;

/** By user name: people who were named here, in whatever channel. */
const met = new Map<string, UserSummary>();

export function meet(user: UserSummary): void {
  if (met.size >= MOST) met.clear();
  met.set(user.username, user);
}

/** Of another account nothing is known. */
export const forgetMet = (): void => met.clear();

const longestFirst = (a: { name: string }, b: { name: string }): number => b.name.length - a.name.length;

/** Whom somebody who writes there may mean: those who wrote, were named or are in the conversation. */
export function peopleIn(channelId: string): UserSummary[] {
  const messages = heldConversation(channelId)?.messages ?? [];
  const recipients = findChannel(channelId)?.recipients ?? [];
  return [...met.values(), ...messages.map(({ author }) => author), ...messages.flatMap(({ mentions }) => mentions), ...recipients];
}

function namesIn(channelId: string): Names {
  const serverId = findChannel(channelId)?.serverId ?? null;
  const server = servers.get().find(({ id }) => id === serverId);
  const roles = server?.roles.filter(({ id }) => id !== serverId) ?? [];
  return {
    users: new Map(peopleIn(channelId).map((user) => [user.username, user])),
    roles: roles.toSorted(longestFirst),
    channels:
      serverId === null
        ? []
        : channelsOf(serverId)
            .get()
            .filter(({ type }) => type !== 'CATEGORY')
            .toSorted(longestFirst),
  };
}

const meaningsIn = (channelId: string, user: Meanings['user']): Meanings => ({
  user,
  role: (id) =>
    servers
      .get()
      .find((server) => server.id === findChannel(channelId)?.serverId)
      ?.roles.find((role) => role.id === id)?.name,
  channel: (id) => findChannel(id)?.name,
});

/** Between what is written and what is sent of custom emoji. */
interface EmojiWriting {
  toContent: (channelId: string, text: string) => string;
  toText: (channelId: string, content: string) => string;
}

let emojiWriting: EmojiWriting | undefined;

/** Comes with what offers emoji: before that nobody can have written one. */
export function setEmojiWriting(writing: EmojiWriting): void {
  emojiWriting = writing;
}

/** What is sent of a text that was written for a channel. */
export const toContent = (channelId: string, text: string): string =>
  withMarks(emojiWriting?.toContent(channelId, text) ?? text, namesIn(channelId));

/** What is written of a content that is to be changed. */
export function toText(channelId: string, content: string, mentions: readonly UserSummary[] = peopleIn(channelId)): string {
  for (const user of mentions) if (content.includes(user.id)) meet(user);
  return withNames(
    emojiWriting?.toText(channelId, content) ?? content,
    meaningsIn(channelId, (id) => mentions.find((user) => user.id === id)?.username),
  );
}

type Readable = Pick<Message, 'channelId' | 'content' | 'mentions'> & {
  poll?: { question: string } | undefined;
  sticker?: { name: string } | undefined;
  type?: Message['type'];
  forward?: Message['forward'];
  attachments?: readonly NamedFile[];
  /** Of a quote, which has the first alone. */
  file?: NamedFile | undefined;
};

type NamedFile = Pick<Attachment, 'name' | 'duration'>;

const EMOJI = /<a?:(\w{2,32}):[1-9]\d{0,18}>/g;

/** A message as one line of prose has it: with the names of whom it mentions and of its emoji, what it asks, what its sticker is called, and its files where they are all. */
export const readableText = ({ poll, sticker, ...said }: Readable): string =>
  [
    namedText(said),
    poll && i18next.t('polls.poll', { question: poll.question }),
    sticker && i18next.t('stickers.said', { name: sticker.name }),
    filesText(said),
  ]
    .filter(Boolean)
    .join(' ');

function filesText({ content, file, attachments = file ? [file] : [], ...said }: Readable): string {
  if (isVoice(said)) return voiceText(attachments[0]?.duration ?? 0);
  return content === '' ? attachments.map(({ name }) => name).join(', ') : '';
}

/** @param duration in seconds */
export const voiceText = (duration: number): string =>
  i18next.t('voice.said', { duration: formatCountdown(Math.floor(duration), localeFor(currentLanguage(), navigator.languages)) });

const namedText = ({ channelId, content, mentions }: Pick<Readable, 'channelId' | 'content' | 'mentions'>): string =>
  content.includes('<')
    ? withNames(
        content.replaceAll(EMOJI, ':$1:'),
        meaningsIn(channelId, (id) => mentions.filter((user) => user.id === id).map(nameOf)[0]),
      )
    : content;

/** Whom a text calls that is not stored yet. */
export const calledIn = (channelId: string, content: string): UserSummary[] =>
  content.includes('<@')
    ? peopleIn(channelId).filter(({ id }, index, all) => content.includes(`<@${id}>`) && all.findIndex((one) => one.id === id) === index)
    : [];
