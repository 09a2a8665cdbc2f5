import type { Channel } from '@hearth/contract';
import { useRoute } from 'wouter';
import { useChannels, useConversationChannels } from '@/features/channels';
import { useOpenedConversation } from '@/features/conversations';
import { useServer, useServers, type HeldServer } from '@/features/servers';
import { useThread } from '@/features/threads';
import { useBreakpoint } from '@/lib/use-media-query';
import { paths } from '@/lib/paths';
import { useVisits } from './visits-store';

/** What is open beside the servers. */
export type HomePage = 'conversations' | 'friends' | 'inbox' | 'starred';

export interface Place {
  server: HeldServer | undefined;
  /** Of the server, or a DM or group. */
  channel: Channel | undefined;
  /** Null in a server. */
  home: HomePage | null;
  /** Where to go on to, where the address alone is no place to be. */
  redirect: string | null;
  /** What the address names is not held and asked for. */
  isLooking: boolean;
}

const nowhere: Place = { server: undefined, channel: undefined, home: null, redirect: null, isLooking: false };

/** Where the address leads. Only once servers and channels are known. */
export function usePlace(): Place {
  const home = useHomePlace();
  const inServer = useServerPlace();
  return home ?? inServer;
}

function useHomePlace(): Place | null {
  const [, match] = useRoute('/conversations/:channelId');
  const [isList] = useRoute(paths.conversations);
  const [isFriends] = useRoute(paths.friends);
  const [isInbox] = useRoute(paths.inbox);
  const [isStarred] = useRoute(paths.starred);
  // Conversations are not all held.
  const channel = useOpenedConversation(match?.channelId ?? null);
  if (isInbox) return { ...nowhere, home: 'inbox' };
  if (isFriends) return { ...nowhere, home: 'friends' };
  if (isStarred) return { ...nowhere, home: 'starred' };
  if (isList) return { ...nowhere, home: 'conversations' };
  if (!match) return null;
  const place = { ...nowhere, home: 'conversations' as const };
  if (channel === null) return { ...place, redirect: paths.conversations };
  return { ...place, channel, isLooking: !channel };
}

function useServerPlace(): Place {
  const [, channelMatch] = useRoute('/servers/:serverId/channels/:channelId');
  const [isEntering, enterMatch] = useRoute('/servers/:serverId/enter');
  const [isList, listMatch] = useRoute('/servers/:serverId');
  const match = channelMatch ?? enterMatch ?? listMatch;
  const server = useServer(match?.serverId ?? '');
  // Threads are not all held.
  const found = useThread(server && channelMatch ? channelMatch.channelId : null);
  const channel = found && found.serverId === server?.id && found.type !== 'CATEGORY' ? found : undefined;
  const landing = useLanding(server);
  const start = useStart();
  const wide = useBreakpoint('tablet');
  if (!match || !server) return { ...nowhere, redirect: start };
  if (channel || found === undefined) return { ...nowhere, server, channel, isLooking: !channel };
  if (isEntering || (isList && wide)) return { ...nowhere, server, redirect: landing };
  return { ...nowhere, server, redirect: isList ? null : paths.server(server.id) };
}

/** The channel that was open last in a server, else its first. */
function useLanding(server: HeldServer | undefined): string | null {
  const serverId = server?.id ?? '';
  const shown = useChannels(serverId).filter(({ type }) => type !== 'CATEGORY');
  const last = useVisits(({ channels }) => channels[serverId]);
  const channel = shown.find(({ id }) => id === last) ?? shown[0];
  return channel ? paths.channel(serverId, channel.id) : null;
}

/** The server that was open last, else the first; for somebody who is in none their conversations, if there are any. */
function useStart(): string | null {
  const servers = useServers();
  const last = useVisits(({ serverId }) => serverId);
  const hasConversations = useConversationChannels().length > 0;
  const server = servers.find(({ id }) => id === last) ?? servers[0];
  if (server) return paths.server(server.id);
  return hasConversations ? paths.conversations : null;
}
