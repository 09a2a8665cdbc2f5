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
import { faceOf, forgetFaces, refreshFaces, updateFace } from './faces';
import { updateMembers } from './member-pages';
import { forgetRoles, refreshRoleMembers, rolesEvents } from './roles/events';

function forgetLists(serverId: string): void {
  queryClient.removeQueries({ queryKey: membersKey(serverId) });
  queryClient.removeQueries({ queryKey: invitesKey(serverId) });
  forgetRoles(serverId);
  forgetFaces(serverId);
}

export const serversEvents = {
  ...rolesEvents,
  ready: (payload) => {
    const gone = servers.get().filter(({ id }) => !payload.servers.some((server) => server.id === id));
    servers.set(applyReady(payload.servers));
    gone.forEach(({ id }) => forgetLists(id));
    // Who came and left during a break did so unheard.
    void queryClient.invalidateQueries({ queryKey: ['members'] });
    void queryClient.invalidateQueries({ queryKey: ['invites'] });
    for (const { id } of payload.servers) refreshRoleMembers(id);
    refreshFaces();
  },
  'server:create': (server) => servers.update((held) => applyServerCreated(held, server)),
  'server:update': (server) => servers.update((held) => applyServerUpdated(held, server)),
  'server:delete': ({ serverId }) => {
    servers.update((held) => removeServer(held, serverId));
    forgetLists(serverId);
  },
  'member:add': (member) => {
    updateMembers(member.serverId, (pages) => applyMemberAdded(pages, member));
    updateFace(member.serverId, member.user.id, faceOf(member));
    refreshRoleMembers(member.serverId);
  },
  'member:update': (member) => {
    servers.update((held) => applyOwnMember(held, member));
    updateMembers(member.serverId, (pages) => applyMemberUpdated(pages, member));
    updateFace(member.serverId, member.user.id, faceOf(member));
    refreshRoleMembers(member.serverId);
  },
  'member:remove': ({ serverId, userId }) => {
    updateMembers(serverId, (pages) => applyMemberRemoved(pages, userId));
    updateFace(serverId, userId, null);
    refreshRoleMembers(serverId);
  },
  'user:update': (user) => {
    servers.update((held) => applyUserToServers(held, user));
    queryClient.setQueriesData<MemberPages>({ queryKey: ['members'] }, (pages) => pages && applyUserToMembers(pages, user));
  },
} satisfies Partial<EventHandlers>;
