import type { Profile } from '@hearth/contract';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { PresenceAvatar } from '@/features/presence/components';
import { useServers } from '@/features/servers';
import { closeProfile } from '@/features/users';
import { paths } from '@/lib/paths';
import { Avatar, Icon } from '@/ui';

/** The servers and friends that the user has in common with somebody, each behind its count. */
export function MutualPeople({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { mutualServers, mutualFriends } = profile;
  return (
    <div className="flex flex-col gap-1">
      {mutualServers.length > 0 && (
        <Foldable title={t('profileCard.mutualServers', { count: mutualServers.length })}>
          <MutualServers servers={mutualServers} />
        </Foldable>
      )}
      {mutualFriends.length > 0 && (
        <Foldable title={t('profileCard.mutualFriends', { count: mutualFriends.length })}>
          {mutualFriends.map((user) => (
            <li key={user.id} className="flex min-h-8 items-center gap-2.5 px-2 text-ui">
              <PresenceAvatar user={user} size={24} />
              <bdi className="truncate">{user.displayName}</bdi>
            </li>
          ))}
        </Foldable>
      )}
    </div>
  );
}

function Foldable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group/fold">
      <summary className="-mx-2 flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-card px-2 text-ui text-fg-muted transition-colors hover:bg-hover hover:text-fg pointer-coarse:min-h-touch">
        <span className="flex-1">{title}</span>
        <Icon icon={ChevronDown} className="transition-transform group-open/fold:rotate-180" />
      </summary>
      <ul className="-mx-2 flex flex-col py-1">{children}</ul>
    </details>
  );
}

function MutualServers({ servers }: { servers: Profile['mutualServers'] }) {
  const { t } = useTranslation();
  const held = useServers();
  return servers.map(({ id, nickname }) => {
    const server = held.find((one) => one.id === id);
    if (!server) return null;
    return (
      <li key={id}>
        <Link
          href={paths.enterServer(id)}
          onClick={closeProfile}
          className="flex min-h-9 items-center gap-2.5 rounded-card px-2 text-ui transition-colors hover:bg-hover pointer-coarse:min-h-touch"
        >
          <Avatar id={id} name={server.name} picture={server.icon} size={24} shape="square" />
          <span className="flex min-w-0 flex-col">
            <bdi className="truncate">{server.name}</bdi>
            {nickname !== null && <span className="truncate text-meta text-fg-subtle">{t('profileCard.called', { name: nickname })}</span>}
          </span>
        </Link>
      </li>
    );
  });
}
