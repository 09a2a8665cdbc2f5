import type { Channel, Presence, ReadState, Receipt, UserSummary } from '@hearth/contract';
import { type Query, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { call, queryClient } from '@/api';
import { start } from '@/app/start';
import { type SessionState, sessionFlow, useSession, useSessionStore } from '@/features/auth';
import { useChannel, useChannels, useReadState, useThreads } from '@/features/channels';
import type { ReadStates } from '@/features/channels/cache';
import { useConnection } from '@/features/connection';
import { useConversations } from '@/features/conversations';
import { useConnectionStore } from '@/features/connection/connection-store';
import { useMemberPart } from '@/features/member-list';
import { useExpressions } from '@/features/expressions';
import { useOpening } from '@/features/forums';
import { useGallery } from '@/features/gallery';
import { useConversation, useHeldConversation, useReceipts } from '@/features/messages';
import type { Conversation } from '@/features/messages/cache';
import { conversationKey } from '@/features/messages/client';
import { useReminders, useScheduled } from '@/features/later';
import { useIncidents, useReports, useScreening } from '@/features/moderation';
import { useOutboxStore } from '@/features/messages/outbox-store';
import { usePagingStore } from '@/features/messages/paging-store';
import { usePresenceStore } from '@/features/presence/presence-store';
import { useTypingStore } from '@/features/presence/typing-store';
import { type HeldServer, useMembers, useRoles, useServers, useShownName } from '@/features/servers';
import { useThreadList, useThreadsOfMessages } from '@/features/threads';
import { useUser } from '@/features/users';
import { realtime } from '@/realtime';
import { create } from 'zustand';
import type { Activity } from './activity';
import { PASSWORD } from './device';

function ChannelScreen({ id }: { id: string }) {
  const { hasOlder, isLoadingOlder, loadOlder } = useConversation(id);
  useReceipts(id);
  useReadState(id);
  useThreadsOfMessages(useChannel(id), useHeldConversation(id));
  useEffect(() => {
    if (hasOlder && !isLoadingOlder) loadOlder();
  }, [hasOlder, isLoadingOlder, loadOlder]);
  return null;
}

function ServerScreen({ server }: { server: HeldServer }) {
  const members = useMembers(server.id).items;
  useRoles(server.id);
  useUser(server.ownerId);
  useScreening(server.id);
  const channels = [...useChannels(server.id), ...useThreads(server.id)];
  return (
    <>
      {members.map(({ user }) => (
        <FaceScreen key={user.id} serverId={server.id} user={user} />
      ))}
      {channels.map((channel) => {
        if (channel.type === 'FORUM') return <ForumScreen key={channel.id} forum={channel} />;
        return (channel.type === 'TEXT' || channel.type === 'THREAD') && <ChannelScreen key={channel.id} id={channel.id} />;
      })}
    </>
  );
}

function FaceScreen({ serverId, user }: { serverId: string; user: UserSummary }) {
  useShownName(serverId, user);
  return null;
}

function ModeratorScreen({ serverId }: { serverId: string }) {
  useReports(serverId, 'OPEN');
  useIncidents(serverId);
  return null;
}

function ForumScreen({ forum }: { forum: Channel }) {
  const { items } = useThreadList(forum, { archived: false, sort: 'ACTIVITY' });
  return items.map(({ id }) => <PostScreen key={id} id={id} />);
}

function PostScreen({ id }: { id: string }) {
  useOpening(id);
  return null;
}

interface MemberListPlace {
  serverId: string;
  channelId: string;
}

/** Of one list at a time the server tells: the scenarios that are about it choose. */
const useMemberListPlace = create<{ place: MemberListPlace | null }>(() => ({ place: null }));

const FIRST_BLOCK = [0];

function MemberListScreen({ place }: { place: MemberListPlace }) {
  useMemberPart(place, FIRST_BLOCK);
  return null;
}

/** Of one channel at a time, as they are looked through. */
const useGalleryPlace = create<{ channelId: string | null }>(() => ({ channelId: null }));

function GalleryScreen({ channelId }: { channelId: string }) {
  useGallery(channelId, 'media');
  useGallery(channelId, 'files');
  return null;
}

/** Every screen of the app at once, so that all there is to hold is held. */
function Screens() {
  const conversations = [...useConversations().conversations, ...useConversations(true).conversations];
  const { place } = useMemberListPlace();
  const { channelId } = useGalleryPlace();
  useScheduled();
  useReminders();
  useExpressions();
  return (
    <>
      {place && <MemberListScreen place={place} />}
      {channelId !== null && <GalleryScreen channelId={channelId} />}
      {useServers().map((server) => (
        <ServerScreen key={server.id} server={server} />
      ))}
      {useServers().map(({ id, ownerId, me }) => ownerId === me.user.id && <ModeratorScreen key={id} serverId={id} />)}
      {conversations.map(({ channel }) => (
        <ChannelScreen key={channel.id} id={channel.id} />
      ))}
    </>
  );
}

function App() {
  const { status } = useSession();
  const { hasLoaded } = useConnection();
  return status === 'signedIn' && hasLoaded && <Screens />;
}

type Values = Record<string, unknown>;

const isEmpty = (value: unknown) => value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** A read position at the beginning, which reads like none. */
const isAtBeginning = ({ lastReadSeq, lastDeliveredSeq, markedUnreadSeq }: ReadState): boolean =>
  lastReadSeq === 0 && lastDeliveredSeq === 0 && markedUnreadSeq === null;

const byUser = (a: Receipt, b: Receipt) => (a.userId < b.userId ? -1 : 1);

/** What receipts say is up to which message of somebody else people are; whoever writes moves over their own without a word. */
function normalReceipts(receipts: readonly Receipt[], channelId: string): Receipt[] {
  const messages = queryClient.getQueryData<Conversation>(conversationKey(channelId))?.messages ?? [];
  const lastOther = (userId: string, upTo: number) => messages.findLast(({ seq, author }) => seq <= upTo && author.id !== userId)?.seq ?? 0;
  return receipts
    .map(({ userId, deliveredSeq, readSeq }) => ({
      userId,
      deliveredSeq: lastOther(userId, deliveredSeq),
      readSeq: lastOther(userId, readSeq),
    }))
    .sort(byUser);
}

/** Without what makes no difference. */
function normal([kind, part]: QueryKey, data: unknown): unknown {
  if (kind === 'receipts' && data) return normalReceipts(data as Receipt[], String(part));
  if (kind !== 'live' || part !== 'read-states') return data;
  return Object.fromEntries(Object.entries(data as ReadStates).filter(([, state]) => !isAtBeginning(state)));
}

/** Empty live values read like missing ones. What is on no screen is not kept up to date, but for live values. */
function heldData(): Values {
  const queries = queryClient.getQueryCache().getAll();
  const isLive = ({ queryKey }: Query) => queryKey[0] === 'live';
  const held = queries
    .filter((query) => isLive(query) || query.isActive())
    .map((query) => ({ query, data: query.state.error?.message ?? normal(query.queryKey, query.state.data) }))
    .filter(({ query, data }) => !(isLive(query) && isEmpty(data)));
  return Object.fromEntries(held.map(({ query, data }) => [query.queryKey.join('/'), data]));
}

/** Of who is offline, only the time of leaving is more than nothing, and `ready` does not tell it. */
function heldPresences(): Presence[] {
  return Object.values(usePresenceStore.getState())
    .filter(({ status }) => status !== 'offline')
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

/** The app's data layer with nobody in front of it. */
export class Page {
  #crash: Error | null = null;

  constructor(private readonly activity: Activity) {}

  async open(): Promise<void> {
    start();
    const client = <QueryClientProvider client={queryClient} children={<App />} />;
    createRoot(document.body, { onUncaughtError: (error) => (this.#crash = new Error('A screen crashed', { cause: error })) }).render(
      client,
    );
    await this.rest();
  }

  async signIn(login: string): Promise<void> {
    sessionFlow.enter(await call('login', { body: { login, password: PASSWORD } }));
    await this.rest();
  }

  /** Puts a member list on the screen, or takes it away. */
  async showMembers(place: MemberListPlace | null): Promise<void> {
    useMemberListPlace.setState({ place });
    await this.rest();
  }

  /** Looks through the files of a channel, or no more. */
  async showFiles(channelId: string | null): Promise<void> {
    useGalleryPlace.setState({ channelId });
    await this.rest();
  }

  get isSignedIn(): boolean {
    return useSessionStore.getState().status === 'signedIn';
  }

  async sessionId(): Promise<string> {
    const { sessions } = await call('listSessions');
    return sessions.find(({ current }) => current)?.id ?? '';
  }

  /** Everything that the server sent until now has come, and all that followed from it has happened. */
  async rest(): Promise<void> {
    await this.activity.end();
    if (this.#crash) throw this.#crash;
    if (realtime.state !== 'ready') return;
    // One connection keeps the order: what was sent before the acknowledgement comes before it.
    await realtime.emit('presence:update', {}).catch(() => undefined);
    await this.activity.end();
  }

  /** As signing out does, but for the session, which stays. */
  async forget(): Promise<void> {
    useSessionStore.setState({ status: 'loading' }, true);
    await this.rest();
  }

  /** As a page that is opened anew. */
  async load(): Promise<void> {
    await sessionFlow.start();
    await this.rest();
  }

  /** All that is held, in a form that can be compared. */
  snapshot() {
    const data = heldData();
    const paging = Object.entries(usePagingStore.getState()).filter(([, { older, newer }]) => older || newer);
    return {
      data,
      presences: heldPresences(),
      session: useSessionStore.getState().status,
      connection: useConnectionStore.getState(),
      outbox: useOutboxStore.getState(),
      paging,
    };
  }

  session(): SessionState {
    return useSessionStore.getState();
  }

  presence(userId: string): Presence | undefined {
    return usePresenceStore.getState()[userId];
  }

  typing(channelId: string): string[] {
    return Object.keys(useTypingStore.getState()[channelId] ?? {});
  }
}
