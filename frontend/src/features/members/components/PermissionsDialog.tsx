import type { Member } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { Dialog } from '@/ui';
import { memberName } from '@/features/moderation/people';
import { ServerExplanation } from '@/features/roles/components';

interface PermissionsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  serverId: string;
  member: Member;
}

/** What somebody may do in the whole server, and which roles give it to them. */
export function PermissionsDialog({ open, onOpenChange, serverId, member }: PermissionsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('membersPage.permissionsTitle', { name: memberName(member) })}
      description={t('membersPage.permissionsIntro')}
    >
      <div tabIndex={-1}>{open && <ServerExplanation serverId={serverId} userId={member.user.id} />}</div>
    </Dialog>
  );
}
