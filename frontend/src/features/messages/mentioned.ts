import type { Message, UnreadMentions } from '@hearth/contract';
import { call, queryClient, systemClock } from '@/api';
import { findChannel, isCounted, readStateOf, readUpTo } from '@/features/channels';
import { addMention, keepMentions, type UnreadMentions as Held, unreadMentions } from '@/features/mentions';
import { isConcealed } from '@/features/relationships';
import { servers } from '@/features/servers';
import { me } from '@/features/users';

type Mentioning = Pick<Message, 'channelId' | 'author' | 'mentions' | 'mentionRoles' | 'mentionEveryone' | 'origin' | 'forward'>;

/** Whether a message calls the user: by name, by one of their roles, or as everybody. Nobody is called by themselves, by whom they hide, or by what was said elsewhere. */
export function mentionsMe(message: Mentioning): boolean {
  const myId = me.get()?.id;
  if (message.author.id === myId || message.origin || message.forward || isConcealed(message.author.id)) return false;
  if (message.mentionEveryone || message.mentions.some(({ id }) => id === myId)) return true;
  return message.mentionRoles !== undefined && hasOneOf(message.mentionRoles, findChannel(message.channelId)?.serverId);
}

function hasOneOf(roleIds: readonly string[], serverId: string | null | undefined): boolean {
  const own = servers.get().find(({ id }) => id === serverId)?.me.roleIds ?? [];
  return own.some((id) => roleIds.includes(id));
}

const isShown = (channelId: string): boolean => findChannel(channelId) !== undefined && isCounted(channelId);

/** What is counted is unread, in channels that count. */
function isWaiting(channelId: string): (seq: number) => boolean {
  const readSeq = readUpTo(readStateOf(channelId));
  return (seq) => seq > readSeq;
}

type Change = (held: Held) => Held;

/** What came while the answer was on its way is done to the answer too. */
let sinceAsked: Change[] | null = null;

function change(by: Change): void {
  sinceAsked?.push(by);
  unreadMentions.update(by);
}

export function noteMention(message: Message): void {
  const { channelId, seq, deletedAt } = message;
  if (deletedAt === null && mentionsMe(message) && isShown(channelId) && isWaiting(channelId)(seq))
    change((held) => addMention(held, channelId, seq));
  else forgetMentions(channelId, [seq]);
}

export const forgetMentions = (channelId: string, seqs: readonly number[]): void =>
  change((held) => keepMentions(held, channelId, (seq) => !seqs.includes(seq)));

/** The user read in a channel, or does not see it any more. */
export const dropReadMentions = (channelId: string): void =>
  change((held) => keepMentions(held, channelId, isShown(channelId) ? isWaiting(channelId) : () => false));

export function holdMentions(list: readonly UnreadMentions[]): void {
  sinceAsked = null;
  unreadMentions.set(byChannel(list));
}

const byChannel = (list: readonly UnreadMentions[]) =>
  Object.fromEntries(list.filter(({ channelId }) => isShown(channelId)).map(({ channelId, seqs }) => [channelId, seqs]));

/** Clients do not all ask at once, and one asks once for news that come together; in milliseconds. */
const WAIT = 300;
const JITTER = 1_500;

let isPlanned = false;

/** Who calls the user, or what they see, may be others now: what is unread is asked for again. */
export function reloadMentions(): void {
  if (isPlanned) return;
  isPlanned = true;
  systemClock.after(WAIT + Math.random() * JITTER, () => {
    isPlanned = false;
    void ask();
  });
}

async function ask(): Promise<void> {
  if (!me.get()) return;
  const changes: Change[] = [];
  sinceAsked = changes;
  try {
    const { mentions } = await queryClient.fetchQuery({
      queryKey: ['asked-mentions'],
      queryFn: () => call('listUnreadMentions'),
      staleTime: 0,
      gcTime: 0,
    });
    // A newer question, or a new connection, has the newer answer.
    if (sinceAsked === changes) unreadMentions.set(changes.reduce<Held>((held, by) => by(held), byChannel(mentions)));
  } catch {
    // The next connection brings them.
  }
}
