import type { Member } from '@hearth/contract';
import { call, queryClient } from '@/api';
import { FaceLoader } from './face-loader';
import { withoutRole } from './roles/cache';

/** What somebody is called in a server, and by which roles. */
export type Face = Pick<Member, 'nickname' | 'roleIds'>;

const FACES = 'faces';

queryClient.setQueryDefaults([FACES], { meta: { kept: 'person' } });

/** How many the server answers about at once. */
const AT_ONCE = 100;

export const faceKey = (serverId: string, userId: string) => [FACES, serverId, userId] as const;

export const faceOf = ({ nickname, roleIds }: Member): Face => ({ nickname, roleIds });

/** Asks for all who are shown in the same moment together. */
export const faceLoader = new FaceLoader<Face>(AT_ONCE, async (serverId, userIds) => {
  const { members } = await call('listMembers', { params: { serverId }, query: { userIds: userIds.join(',') } });
  return new Map(members.map((member) => [member.user.id, faceOf(member)]));
});

/** Of somebody who is shown, or was lately; null when they are gone. */
export function updateFace(serverId: string, userId: string, face: Face | null): void {
  const queryKey = faceKey(serverId, userId);
  if (!queryClient.getQueryState(queryKey)) return;
  // What is on its way may have been made without this.
  if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
  else queryClient.setQueryData<Face | null>(queryKey, face);
}

export function removeRoleFromFaces(serverId: string, roleId: string): void {
  queryClient.setQueriesData<Face | null>({ queryKey: [FACES, serverId] }, (face) => face && withoutRole(face, roleId));
}

export const forgetFaces = (serverId: string): void => queryClient.removeQueries({ queryKey: [FACES, serverId] });

/** Who has changed during a break did so unheard. @param serverId of one server; of all if left out */
export const refreshFaces = (...serverId: [] | [string]): void => void queryClient.invalidateQueries({ queryKey: [FACES, ...serverId] });
