import type { Member } from '@hearth/contract';
import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import {
  allRoots,
  applyMember,
  applyUser,
  incidentsKey,
  memberKey,
  memberSearchKey,
  recordRoots,
  removeMember,
  reportsKey,
  roots,
  screeningKey,
} from './cache';
import { noteProgress, resetProgress } from './progress-store';

type Found = readonly Member[];

const updateFound = (queryKey: readonly string[], change: (members: Found) => Found): void => {
  queryClient.setQueriesData<Found>({ queryKey }, (members) => members && change(members));
};

export const moderationEvents = {
  ready: () => {
    // What happened during a break was told to nobody, and work may have ended unheard.
    resetProgress();
    for (const root of allRoots) void queryClient.invalidateQueries({ queryKey: [root] });
  },
  'report:update': ({ serverId }) => void queryClient.invalidateQueries({ queryKey: reportsKey(serverId) }),
  'moderation:progress': (progress) => {
    noteProgress(progress);
    if (progress.kind === 'INCIDENT') void queryClient.invalidateQueries({ queryKey: incidentsKey(progress.serverId) });
  },
  'server:update': ({ id }) => void queryClient.invalidateQueries({ queryKey: screeningKey(id) }),
  'server:delete': ({ serverId }) => {
    for (const root of allRoots) queryClient.removeQueries({ queryKey: [root, serverId] });
  },
  'member:update': (member) => {
    updateFound(memberSearchKey(member.serverId), (members) => applyMember(members, member));
    queryClient.setQueryData<Member>(memberKey(member.serverId, member.user.id), (held) => held && member);
  },
  'member:remove': ({ serverId, userId }) => {
    updateFound(memberSearchKey(serverId), (members) => removeMember(members, userId));
    void queryClient.invalidateQueries({ queryKey: memberKey(serverId, userId) });
  },
  'user:update': (user) => {
    updateFound([roots.memberSearch], (members) => applyUser(members, user));
    queryClient.setQueriesData<Member>({ queryKey: [roots.member] }, (held) => held && (applyUser([held], user)[0] ?? held));
    // Names stand all over these: who has one on screen loads it again.
    for (const root of recordRoots) void queryClient.invalidateQueries({ queryKey: [root] });
  },
} satisfies Partial<EventHandlers>;
