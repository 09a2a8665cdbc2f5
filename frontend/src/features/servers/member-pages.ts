import { queryClient } from '@/api';
import { type MemberPages, membersKey } from './cache';

export function updateMembers(serverId: string, change: (pages: MemberPages) => MemberPages): void {
  const queryKey = membersKey(serverId);
  queryClient.setQueryData<MemberPages>(queryKey, (pages) => pages && change(pages));
  // A page that is on its way may have been made without this.
  if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
}
