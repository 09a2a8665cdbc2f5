import type { Invite } from '@hearth/contract';
import { Link as LinkIcon, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { inviteLink, paths } from '@/lib/paths';
import { useCopy } from '@/lib/use-copy';
import { Avatar, Button, ConfirmDialog, DataList, DataRow, EmptyState, IconButton, Tooltip } from '@/ui';
import { useCan, useInvites, useRevokeInvite } from '@/features/servers';

/** The links that still lead here, each of which can be taken back. */
export function OpenInvites({ serverId, onInvite }: { serverId: string; onInvite: () => void }) {
  const { t } = useTranslation();
  const invites = useInvites(serverId);
  const canInvite = useCan(serverId, 'CREATE_INVITE');
  const invite = canInvite && (
    <Button variant="primary" icon={UserPlus} onClick={onInvite}>
      {t('servers.invitePeople')}
    </Button>
  );
  return (
    <DataList
      label={t('invites.title')}
      list={invites}
      keyOf={({ code }) => code}
      filters={invites.items.length > 0 && invite}
      empty={
        <EmptyState icon={LinkIcon} title={t('invites.empty')} action={invite}>
          {t('invites.emptyText')}
        </EmptyState>
      }
      errorTitle={t('invites.failed')}
    >
      {(item) => <InviteRow serverId={serverId} invite={item} />}
    </DataList>
  );
}

/** One link: where it is, how often it was used, and the way to take it back. */
export function InviteRow({ serverId, invite }: { serverId: string; invite: Invite }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(inviteLink(invite.code));
  const [asks, setAsks] = useState(false);
  return (
    <>
      <DataRow
        leading={
          invite.inviter && <Avatar id={invite.inviter.id} name={nameOf(invite.inviter)} picture={invite.inviter.avatar} size={32} />
        }
        title={
          <span dir="ltr" className="font-mono">
            {paths.invite(invite.code)}
          </span>
        }
        detail={<InviteFacts invite={invite} />}
        actions={
          <>
            <Button size="small" onClick={copy}>
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
            <IconButton icon={X} size="small" label={t('invites.revoke', { code: invite.code })} onClick={() => setAsks(true)} />
          </>
        }
      />
      <RevokeDialog {...{ serverId, invite }} open={asks} onOpenChange={setAsks} />
    </>
  );
}

interface RevokeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  serverId: string;
  invite: Invite;
}

function RevokeDialog({ open, onOpenChange, serverId, invite }: RevokeDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const revoke = useRevokeInvite(serverId);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('invites.revokeTitle')}
      description={t('invites.revokeText', { code: invite.code })}
      confirmLabel={t('invites.takeBack')}
      busy={revoke.isPending}
      error={revoke.error ? errorText(revoke.error) : undefined}
      onConfirm={() => revoke.mutate(invite.code, { onSuccess: () => onOpenChange(false) })}
    />
  );
}

function InviteFacts({ invite }: { invite: Invite }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used =
    invite.maxUses === null
      ? t('invites.used', { count: invite.uses })
      : t('invites.usedOf', { used: format.number(invite.uses), max: format.number(invite.maxUses) });
  const facts = format.facts(invite.inviter && nameOf(invite.inviter), used, invite.expiresAt === null && t('invites.neverEnds'));
  return (
    <>
      {facts}
      {invite.expiresAt !== null && (
        <>
          {' · '}
          <Tooltip content={format.exact(invite.expiresAt)}>
            <time dateTime={invite.expiresAt}>{t('invites.ends', { when: format.relative(invite.expiresAt) })}</time>
          </Tooltip>
        </>
      )}
    </>
  );
}
