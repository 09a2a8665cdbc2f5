import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import {
  type MemberPages,
  applyMemberAdded,
  applyMemberRemoved,
  applyMemberUpdated,
  applyOwnMember,
  applyReady,
  applyServerCreated,
  applyServerUpdated,
  applyUserToMembers,
  applyUserToServers,
  invitesKey,
  membersKey,
  removeServer,
  servers,
} from './cache';

function updateMembers(serverId: string, change: (pages: MemberPages) => MemberPages): void {
  const queryKey = membersKey(serverId);
  queryClient.setQueryData<MemberPages>(queryKey, (pages) => pages && change(pages));
  // A page that is on its way may have been made without this.
  if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
}

function forgetLists(serverId: string): void {
  queryClient.removeQueries({ queryKey: membersKey(serverId) });
  queryClient.removeQueries({ queryKey: invitesKey(serverId) });
}

export const serversEvents = {
  ready: (payload) => {
    const gone = servers.get().filter(({ id }) => !payload.servers.some((server) => server.id === id));
    servers.set(applyReady(payload.servers));
    gone.forEach(({ id }) => forgetLists(id));
    // Who came and left during a break did so unheard.
    void queryClient.invalidateQueries({ queryKey: ['members'] });
    void queryClient.invalidateQueries({ queryKey: ['invites'] });
  },
  'server:create': (server) => servers.update((held) => applyServerCreated(held, server)),
  'server:update': (server) => servers.update((held) => applyServerUpdated(held, server)),
  'server:delete': ({ serverId }) => {
    servers.update((held) => removeServer(held, serverId));
    forgetLists(serverId);
  },
  'member:add': (member) => updateMembers(member.serverId, (pages) => applyMemberAdded(pages, member)),
  'member:update': (member) => {
    servers.update((held) => applyOwnMember(held, member));
    updateMembers(member.serverId, (pages) => applyMemberUpdated(pages, member));
  },
  'member:remove': ({ serverId, userId }) => updateMembers(serverId, (pages) => applyMemberRemoved(pages, userId)),
  'user:update': (user) => {
    servers.update((held) => applyUserToServers(held, user));
    queryClient.setQueriesData<MemberPages>({ queryKey: ['members'] }, (pages) => pages && applyUserToMembers(pages, user));
  },
} satisfies Partial<EventHandlers>;
