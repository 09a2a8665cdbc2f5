import type { Channel } from '@hearth/contract';
import { useRoute } from 'wouter';
import { useChannel, useChannels } from '@/features/channels';
import { useServer, useServers, type HeldServer } from '@/features/servers';
import { useBreakpoint } from '@/lib/use-media-query';
import { paths } from '@/lib/paths';
import { useVisits } from './visits-store';

export interface Place {
  server: HeldServer | undefined;
  channel: Channel | undefined;
  /** Where to go on to, where the address alone is no place to be. */
  redirect: string | null;
}

/** Where the address leads. Only once servers and channels are known. */
export function usePlace(): Place {
  const [, channelMatch] = useRoute('/servers/:serverId/channels/:channelId');
  const [isEntering, enterMatch] = useRoute('/servers/:serverId/enter');
  const [isList, listMatch] = useRoute('/servers/:serverId');
  const match = channelMatch ?? enterMatch ?? listMatch;
  const server = useServer(match?.serverId ?? '');
  const found = useChannel(channelMatch?.channelId ?? '');
  const channel = found && found.serverId === server?.id && found.type !== 'CATEGORY' ? found : undefined;
  const landing = useLanding(server);
  const home = useHome();
  const wide = useBreakpoint('tablet');
  if (!match || !server) return { server: undefined, channel: undefined, redirect: home };
  if (channel) return { server, channel, redirect: null };
  if (isEntering || (isList && wide)) return { server, channel, redirect: landing };
  return { server, channel, redirect: isList ? null : paths.server(server.id) };
}

/** The channel that was open last in a server, else its first. */
function useLanding(server: HeldServer | undefined): string | null {
  const serverId = server?.id ?? '';
  const shown = useChannels(serverId).filter(({ type }) => type !== 'CATEGORY');
  const last = useVisits(({ channels }) => channels[serverId]);
  const channel = shown.find(({ id }) => id === last) ?? shown[0];
  return channel ? paths.channel(serverId, channel.id) : null;
}

/** The server that was open last, else the first; null for somebody who is in none. */
function useHome(): string | null {
  const servers = useServers();
  const last = useVisits(({ serverId }) => serverId);
  const server = servers.find(({ id }) => id === last) ?? servers[0];
  return server ? paths.server(server.id) : null;
}
