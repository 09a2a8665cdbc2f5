import type { Member, Profile, UserSummary } from '@hearth/contract';
import { UserX } from 'lucide-react';
import { ApiError } from '@/api';
import { useMember } from '@/features/moderation/people';
import { useServer, type HeldServer } from '@/features/servers';
import { useMe, useUser } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { EmptyState, ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { MutualPeople } from './MutualPeople';
import { ProfileActions } from './ProfileActions';
import { ProfileFacts } from './ProfileFacts';
import { ProfileHeader } from './ProfileHeader';
import { ProfileMenu } from './ProfileMenu';

export interface ProfileCardProps {
  userId: string;
  /** Where they were met. */
  serverId: string | null;
  onMessage: () => void;
  onEditOwn: () => void;
}

/** Who somebody is, in each of its states. */
export function ProfileCard(props: ProfileCardProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data: profile, error, refetch, isFetching } = useUser(props.userId);
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return (
      <EmptyState icon={UserX} title={t('profileCard.gone')}>
        {t('profileCard.goneHint')}
      </EmptyState>
    );
  }
  if (profile) {
    const { serverId } = props;
    return serverId === null ? <Card {...props} profile={profile} /> : <CardInServer {...props} profile={profile} serverId={serverId} />;
  }
  if (!error) return <CardSkeleton />;
  return (
    <ErrorState title={t('profileCard.failed')} onRetry={() => void refetch()} retrying={isFetching}>
      {errorText(error)}
    </ErrorState>
  );
}

/** With what they are there, if they are in it still. */
function CardInServer(props: ProfileCardProps & { profile: Profile; serverId: string }) {
  const server = useServer(props.serverId);
  const { data, isError } = useMember(props.serverId, props.profile.id);
  return <Card {...props} server={server} member={isError ? undefined : data} />;
}

const summaryOf = ({ id, username, displayName, avatar }: UserSummary): UserSummary => ({ id, username, displayName, avatar });

interface CardProps extends ProfileCardProps {
  profile: Profile;
  server?: HeldServer | undefined;
  member?: Member | undefined;
}

function Card({ profile, server, member, onMessage, onEditOwn }: CardProps) {
  const me = useMe();
  const isOwn = profile.id === me.id;
  // The own profile is known here before the server says it.
  const shown = isOwn ? { ...profile, ...me } : profile;
  const user = summaryOf(shown);
  return (
    <article className="flex flex-col pb-4">
      <ProfileHeader
        profile={shown}
        nickname={member?.nickname ?? null}
        isOwn={isOwn}
        menu={<ProfileMenu {...{ user, isOwn, member }} />}
      />
      <div className="flex flex-col gap-4 px-4">
        <ProfileActions {...{ user, isOwn, onMessage, onEditOwn }} />
        <ProfileFacts profile={shown} member={member} server={server} />
        {!isOwn && <MutualPeople profile={profile} />}
      </div>
    </article>
  );
}

function CardSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('profileCard.loading')}>
      <Skeleton shape="block" className="h-20 w-full rounded-b-none!" />
      <div className="flex flex-col gap-3 px-4 pb-6">
        <Skeleton shape="circle" className="-mt-10 size-20" />
        <Skeleton className="h-5 w-36" />
        <Skeleton className="w-24" />
        <Skeleton shape="block" className="mt-2 h-9 w-full" />
        <Skeleton className="w-56" />
        <Skeleton className="w-40" />
      </div>
    </SkeletonGroup>
  );
}
