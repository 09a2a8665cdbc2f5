import type { UserSummary } from '@hearth/contract';
import { createContext, use, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { cn } from '@/lib/cn';
import { cssColor } from '@/lib/color';
import { paths } from '@/lib/paths';
import { useChannel } from '@/features/channels';
import { useServer, useShownName } from '@/features/servers';
import { ProfilePlace, ProfileTrigger } from '@/features/users/components';

/** Whom the text around calls, as the server found them. */
export interface Mentioned {
  users: readonly UserSummary[];
  everyone: boolean;
}

export const MentionedContext = createContext<Mentioned>({ users: [], everyone: false });

const look = 'rounded-chip bg-accent-subtle px-0.5 font-medium text-accent-text';

export interface MentionProps {
  target: 'user' | 'role' | 'channel';
  id: string;
}

/** Somebody, a role or a channel that a text names. What the reader does not know of has no name. */
export function Mention({ target, id }: MentionProps) {
  if (target === 'channel') return <ChannelMention id={id} />;
  return target === 'role' ? <RoleMention id={id} /> : <UserMention id={id} />;
}

function UserMention({ id }: { id: string }) {
  const user = use(MentionedContext).users.find((one) => one.id === id);
  return user ? <KnownUser user={user} /> : <Unknown sign="@" />;
}

function KnownUser({ user }: { user: UserSummary }) {
  const { name } = useShownName(use(ProfilePlace), user);
  return (
    <ProfileTrigger userId={user.id} tabIndex={-1} className={cn(look, 'inline hover:underline')}>
      <bdi>@{name}</bdi>
    </ProfileTrigger>
  );
}

function RoleMention({ id }: { id: string }) {
  const role = useServer(use(ProfilePlace) ?? '')?.roles.find((one) => one.id === id);
  if (!role) return <Unknown sign="@" />;
  const color = role.color === null ? undefined : cssColor(role.color);
  return (
    <Mark>
      {color && <span aria-hidden className="me-1 inline-block size-2 rounded-full align-baseline" style={{ background: color }} />}@
      {role.name}
    </Mark>
  );
}

function ChannelMention({ id }: { id: string }) {
  const channel = useChannel(id);
  if (!channel?.serverId) return <Unknown sign="#" />;
  return (
    <Link href={paths.channel(channel.serverId, id)} tabIndex={-1} className={cn(look, 'hover:underline')}>
      <bdi>#{channel.name}</bdi>
    </Link>
  );
}

/** Calls everybody only where its author may. */
export const EveryoneMark = ({ text }: { text: string }) => (use(MentionedContext).everyone ? <Mark>{text}</Mark> : text);

function Unknown({ sign }: { sign: string }) {
  const { t } = useTranslation();
  return (
    <Mark>
      {sign}
      {t('messages.unknownMention')}
    </Mark>
  );
}

const Mark = ({ children }: { children: ReactNode }) => <bdi className={look}>{children}</bdi>;
