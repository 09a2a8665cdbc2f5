import { GroupPeople } from '@/features/conversations/components';
import { MemberList, type MemberListProps } from '@/features/member-list/components';
import { useProfileCard } from '@/features/users/components';
import type { Place } from '../use-place';

/** Who is there. */
export default function SidePane({ place: { server, channel }, active }: { place: Place; active: boolean }) {
  if (!channel) return null;
  if (server) return <ServerMembers serverId={server.id} channelId={channel.id} active={active} />;
  return <GroupPeople channel={channel} />;
}

function ServerMembers(props: Omit<MemberListProps, 'onOpenProfile'>) {
  const onOpenProfile = useProfileCard(props.serverId);
  return <MemberList key={props.serverId} {...props} onOpenProfile={onOpenProfile} />;
}
