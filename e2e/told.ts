import type { Resident } from './place';
import type { Line } from './shown';

/** A message over REST, as far as it is compared here. */
export interface Told {
  id: string;
  channelId: string;
  seq: number;
  type: string;
  author: { id: string; displayName: string };
  content: string;
  details?: { threadName?: string };
  editedAt: string | null;
  deletedAt: string | null;
  pinnedAt: string | null;
  replyTo: Pick<Told, 'type' | 'author' | 'content' | 'deletedAt'> | null;
  mentions: { id: string; displayName: string }[];
  reactions: { emoji: string; count: number; me: boolean }[];
  poll?: {
    question: string;
    answers: { id: number; text: string; votes: number }[];
    multiple: boolean;
    closedAt: string | null;
    voters: number;
    mine: number[];
  };
  forward?: { channelId: string };
  starred?: true;
  hidden?: true;
}

interface Receipt {
  userId: string;
  deliveredSeq: number;
  readSeq: number;
}

/** What its readers call things, by their ids: channels as a line names where something comes from. */
export type Names = ReadonlyMap<string, string>;

const PAGE = 100;

/** All messages of a channel as one person is told them. */
export async function messagesOf(reader: Resident, channelId: string): Promise<Told[]> {
  const all: Told[] = [];
  for (let hasMore = true; hasMore;) {
    const path = `/channels/${channelId}/messages?after=${all.at(-1)?.seq ?? 0}&limit=${PAGE}`;
    const page = await reader.call<{ messages: Told[]; hasMore: boolean }>('GET', path);
    all.push(...page.messages);
    hasMore = page.hasMore;
  }
  return all;
}

/** What the app should show one person of a channel, by what REST tells them. */
export async function toldLines(reader: Resident, channelId: string, names: Names): Promise<Line[]> {
  const { receipts } = await reader.call<{ receipts: Receipt[] }>('GET', `/channels/${channelId}/receipts`);
  const others = receipts.filter(({ userId }) => userId !== reader.id);
  const messages = await messagesOf(reader, channelId);
  return messages.map((message) => lineOf(message, names, message.author.id === reader.id ? progress(message.seq, others) : null));
}

function progress(seq: number, others: Receipt[]): string {
  if (others.every(({ readSeq }) => readSeq >= seq)) return 'Read';
  return others.every(({ readSeq, deliveredSeq }) => Math.max(readSeq, deliveredSeq) >= seq) ? 'Delivered' : 'Sent';
}

const notices: Record<string, (name: string, message: Told) => string> = {
  PIN: (name) => `${name} pinned a message`,
  POLL_RESULT: (name) => `${name}'s poll has ended.`,
  MEMBER_JOIN: (name) => `${name} joined`,
  THREAD_CREATED: (name, { details }) => `${name} started the thread ${details?.threadName ?? ''}`,
};

function lineOf(message: Told, names: Names, ticks: string | null): Line {
  const notice = notices[message.type];
  if (message.deletedAt !== null) return { says: ['Message deleted'] };
  if (notice) return { says: [notice(message.author.displayName, message)] };
  if (message.hidden) return { says: ['You hid this message'] };
  const { replyTo, poll, reactions } = message;
  const marks = marksOf(message, ticks);
  const thread = names.get(`thread ${message.id}`);
  return {
    who: message.author.displayName,
    says: saysOf(message, names),
    ...(replyTo && { quote: `Reply to ${replyTo.author.displayName}: ${quoteText(replyTo, names)}. Show the original` }),
    ...(poll && { poll: pollLines(poll) }),
    ...(reactions.length > 0 && { reactions: reactions.map(reactionText) }),
    ...(thread !== undefined && { thread }),
    ...(marks.length > 0 && { marks }),
  };
}

function saysOf({ forward, content, mentions }: Told, names: Names): string[] {
  const from = forward && names.get(forward.channelId);
  const origin = from === undefined ? 'Forwarded' : `Forwarded from ${from}`;
  return [...(forward ? [origin] : []), ...(content === '' ? [] : [withNames(content, new Map([...names, ...mentions.map(named)]))])];
}

const named = ({ id, displayName }: Told['author']) => [id, displayName] as const;

/** Marks of people, roles and channels, in names. */
const withNames = (text: string, names: Names): string =>
  text.replaceAll(/<(@&?|#)(\d+)>/g, (_mark, sign: string, id: string) =>
    sign === '#' ? (names.get(id) ?? '') : `@${names.get(id) ?? ''}`,
  );

function quoteText({ type, content, deletedAt }: NonNullable<Told['replyTo']>, names: Names): string {
  if (deletedAt !== null) return 'Original message was deleted';
  return type === 'POLL' && content === '' ? 'Poll' : withNames(content, names);
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const reactionText = ({ emoji, count, me }: Told['reactions'][number]): string =>
  `${emoji}, ${counted(count, 'reaction')}${me ? ' mine' : ''}`;

function pollLines({ question, answers, multiple, closedAt, voters, mine }: NonNullable<Told['poll']>): string[] {
  const most = Math.max(...answers.map(({ votes }) => votes));
  const open = multiple ? 'Choose one or more answers' : 'Choose one answer';
  const answerText = ({ id, text, votes }: (typeof answers)[number]) => {
    const share = voters === 0 ? 0 : Math.round((votes / voters) * 100);
    const winner = closedAt !== null && most > 0 && votes === most ? ', most votes' : '';
    return `${text}, ${share}%${winner}${mine.includes(id) ? ' mine' : ''}`;
  };
  return [question, closedAt === null ? open : 'Final result', ...answers.map(answerText), counted(voters, 'vote')];
}

const marksOf = ({ editedAt, pinnedAt, starred }: Told, ticks: string | null): string[] =>
  [editedAt && '(edited)', pinnedAt && 'Pinned', starred && 'Starred', ticks].filter((mark) => typeof mark === 'string').toSorted();
