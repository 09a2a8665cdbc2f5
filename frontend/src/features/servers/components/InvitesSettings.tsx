import type { Invite } from '@hearth/contract';
import { Link as LinkIcon, UserPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorToast, useFormat } from '@/i18n';
import { inviteLink, paths } from '@/lib/paths';
import { useCopy } from '@/lib/use-copy';
import { Avatar, Button, EmptyState, ErrorState, IconButton, Skeleton, SkeletonGroup, Tooltip } from '@/ui';
import { useInvites, useRevokeInvite } from '@/features/servers';

export interface InvitesSettingsProps {
  serverId: string;
  onInvite: () => void;
}

/** The links that still lead here, each of which can be taken back. */
export function InvitesSettings({ serverId, onInvite }: InvitesSettingsProps) {
  const { t } = useTranslation();
  const invites = useInvites(serverId);
  const invite = (
    <Button variant="primary" icon={UserPlus} onClick={onInvite}>
      {t('servers.invitePeople')}
    </Button>
  );
  if (invites.status === 'loading') return <InvitesSkeleton />;
  if (invites.status === 'error') return <ErrorState title={t('invites.failed')} onRetry={invites.retry} />;
  if (invites.items.length === 0) {
    return (
      <EmptyState icon={LinkIcon} title={t('invites.empty')} action={invite}>
        {t('invites.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div>{invite}</div>
      <ul className="flex flex-col divide-y divide-line">
        {invites.items.map((item) => (
          <InviteRow key={item.code} serverId={serverId} invite={item} />
        ))}
      </ul>
      {invites.hasMore && (
        <Button className="self-center" loading={invites.isLoadingMore} onClick={invites.loadMore}>
          {t('common.showMore')}
        </Button>
      )}
    </div>
  );
}

function InviteRow({ serverId, invite }: { serverId: string; invite: Invite }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const revoke = useRevokeInvite(serverId);
  const { copied, copy } = useCopy(inviteLink(invite.code));
  return (
    <li className="flex items-center gap-3 py-3">
      {invite.inviter && <Avatar id={invite.inviter.id} name={invite.inviter.displayName} src={invite.inviter.avatar} size={32} />}
      <div className="flex min-w-0 flex-1 flex-col">
        <span dir="ltr" className="truncate text-start font-mono text-ui">
          {paths.invite(invite.code)}
        </span>
        <InviteFacts invite={invite} />
      </div>
      <Button size="small" onClick={copy}>
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
      <IconButton
        icon={X}
        size="small"
        label={t('invites.revoke', { code: invite.code })}
        loading={revoke.isPending}
        onClick={() => revoke.mutate(invite.code, { onError: (error) => toast(t('invites.notRevoked'), error) })}
      />
    </li>
  );
}

function InviteFacts({ invite }: { invite: Invite }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used =
    invite.maxUses === null
      ? t('invites.used', { count: invite.uses })
      : t('invites.usedOf', { used: format.number(invite.uses), max: format.number(invite.maxUses) });
  const facts = [invite.inviter?.displayName, used, invite.expiresAt === null && t('invites.neverEnds')].filter(Boolean);
  return (
    <span className="text-meta text-fg-subtle">
      {facts.join(' · ')}
      {invite.expiresAt !== null && (
        <>
          {' · '}
          <Tooltip content={format.exact(invite.expiresAt)}>
            <time dateTime={invite.expiresAt}>{t('invites.ends', { when: format.relative(invite.expiresAt) })}</time>
          </Tooltip>
        </>
      )}
    </span>
  );
}

function InvitesSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('invites.loading')} className="flex flex-col">
      {['w-40', 'w-48', 'w-36'].map((width) => (
        <div key={width} className="flex items-center gap-3 py-3">
          <Skeleton shape="circle" className="size-8" />
          <div className="flex flex-col gap-2">
            <Skeleton className={width} />
            <Skeleton className="w-56" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}
