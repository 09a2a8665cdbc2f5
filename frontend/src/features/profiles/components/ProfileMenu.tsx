import type { Member, UserSummary } from '@hearth/contract';
import { Copy, Ellipsis } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MemberMenuItems } from '@/features/moderation/components';
import { RelationshipMenuItems } from '@/features/relationships/components';
import { useCopy } from '@/lib/use-copy';
import { IconButton, Menu, MenuItem, MenuSeparator } from '@/ui';

export interface ProfileMenuProps {
  user: UserSummary;
  isOwn: boolean;
  /** What they are in the server where they were met. */
  member: Member | undefined;
}

/** All that can be done about somebody, here and anywhere. */
export function ProfileMenu({ user, isOwn, member }: ProfileMenuProps) {
  const { t } = useTranslation();
  const { copy } = useCopy(user.username);
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('profileCard.more')} />}>
      {member && <MemberMenuItems serverId={member.serverId} user={user} member={member} />}
      {member && <MenuSeparator />}
      <MenuItem icon={Copy} onSelect={copy}>
        {t('profileCard.copyName')}
      </MenuItem>
      {!isOwn && <RelationshipMenuItems user={user} />}
    </Menu>
  );
}
