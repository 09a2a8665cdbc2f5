import type { Session } from '@hearth/contract';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Button, ConfirmDialog, ErrorState, Icon, Pill, Skeleton, SkeletonGroup } from '@/ui';
import { useRevokeSession, useSessions } from '@/features/auth';

/** The devices that are signed in, each of which can be signed out from here. */
export default function SessionsSettings() {
  const { t } = useTranslation();
  const sessions = useSessions();
  const [leaving, setLeaving] = useState<Session | null>(null);
  if (sessions.isPending) return <SessionsSkeleton />;
  if (sessions.isError)
    return <ErrorState title={t('sessions.failed')} onRetry={() => void sessions.refetch()} retrying={sessions.isFetching} />;
  return (
    <>
      <p className="mb-4 text-body text-fg-muted">{t('sessions.intro')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {sessions.data.map((session) => (
          <SessionRow key={session.id} session={session} onSignOut={() => setLeaving(session)} />
        ))}
      </ul>
      <SignOutDialog session={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

/** What its owner recognises it by. */
function useDeviceName(session: Session | null): string {
  const { t } = useTranslation();
  const { browser = null, system = null } = session ?? {};
  if (browser !== null && system !== null) return t('sessions.browserOn', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
}

function SessionRow({ session, onSignOut }: { session: Session; onSignOut: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const device = useDeviceName(session);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 tablet:flex-nowrap">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-active text-fg-muted">
        <Icon icon={MonitorSmartphone} size="bar" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="flex flex-wrap items-center gap-x-2 text-body font-medium">
          <bdi className="truncate">{device}</bdi>
          {session.current && <Pill tone="success">{t('sessions.thisDevice')}</Pill>}
        </span>
        <span className="text-meta text-fg-subtle">
          {session.current ? t('sessions.activeNow') : t('sessions.lastUsed', { when: format.relative(session.lastUsedAt) })}
          {' · '}
          <bdi>{session.address}</bdi>
        </span>
      </div>
      {!session.current && (
        <Button size="small" className="max-tablet:ms-14" aria-label={t('sessions.signOutDevice', { device })} onClick={onSignOut}>
          {t('sessions.signOut')}
        </Button>
      )}
    </li>
  );
}

function SignOutDialog({ session, onClose }: { session: Session | null; onClose: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const revoke = useRevokeSession();
  const device = useDeviceName(session);
  return (
    <ConfirmDialog
      open={session !== null}
      onOpenChange={(open) => {
        if (open) return;
        revoke.reset();
        onClose();
      }}
      title={t('sessions.confirmTitle')}
      description={t('sessions.confirmText', { device })}
      confirmLabel={t('sessions.signOut')}
      busy={revoke.isPending}
      error={revoke.error ? errorText(revoke.error) : undefined}
      onConfirm={() => session && revoke.mutate(session.id, { onSuccess: onClose })}
    />
  );
}

function SessionsSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('sessions.loading')} className="flex flex-col">
      {['w-48', 'w-40'].map((width) => (
        <div key={width} className="flex items-center gap-4 py-3">
          <Skeleton shape="circle" className="size-10" />
          <div className="flex flex-col gap-2">
            <Skeleton className={width} />
            <Skeleton className="w-32" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}
