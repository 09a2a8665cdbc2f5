import type { Member, Profile, Role } from '@hearth/contract';
import { useId, type ReactNode } from 'react';
import { orderedRoles } from '@/features/roles';
import type { HeldServer } from '@/features/servers';
import { useFormat, useTranslation } from '@/i18n';
import { Chip, ColorDot } from '@/ui';

export interface ProfileFactsProps {
  profile: Pick<Profile, 'bio' | 'createdAt'>;
  member?: Member | undefined;
  server?: HeldServer | undefined;
}

/** What somebody wrote about themselves, their roles here, and since when. */
export function ProfileFacts({ profile, member, server }: ProfileFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {profile.bio.trim() !== '' && (
        <ProfileSection title={t('profileCard.about')}>
          <p dir="auto" className="text-match-parent text-ui wrap-anywhere whitespace-pre-wrap text-fg">
            {profile.bio}
          </p>
        </ProfileSection>
      )}
      {member && server && <Roles roles={rolesOf(member, server)} />}
      <ProfileSection title={t('profileCard.memberSince')}>
        <ul className="text-ui text-fg-muted">
          {member && server && <li>{t('profileCard.joined', { server: server.name, date: format.date(member.joinedAt) })}</li>}
          <li>{t('profileCard.here', { date: format.date(profile.createdAt) })}</li>
        </ul>
      </ProfileSection>
    </>
  );
}

function ProfileSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-meta font-semibold text-fg-subtle">
        {title}
      </h3>
      {children}
    </section>
  );
}

const rolesOf = ({ roleIds }: Member, { id, roles }: HeldServer): Role[] =>
  orderedRoles(roles, id).filter((role) => roleIds.includes(role.id));

function Roles({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  if (roles.length === 0) return null;
  return (
    <ProfileSection title={t('profileCard.roles')}>
      <ul className="flex flex-wrap gap-1.5">
        {roles.map(({ id, name, color }) => (
          <li key={id} className="flex max-w-full">
            <Chip leading={<ColorDot color={color} size="small" />}>{name}</Chip>
          </li>
        ))}
      </ul>
    </ProfileSection>
  );
}
