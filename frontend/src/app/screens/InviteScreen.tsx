import { useEffect } from 'react';
import { hasCode } from '@/api';
import { useSession } from '@/features/auth';
import { AuthCard, TextLink } from '@/features/auth/components';
import { noteShown } from '@/features/messages';
import { useInvitePreview, useServers } from '@/features/servers';
import { useErrorText, useTranslation } from '@/i18n';
import { InvitePicture, InviteSummary } from '@/features/servers/components';
import { paths } from '@/lib/paths';
import { ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { InviteEntry } from './InviteEntry';
import { InviteJoin } from './InviteJoin';
import { Unreachable } from './Unreachable';

/** Where an invite leads, and the way in: for those who have an account and those who do not. */
export default function InviteScreen({ code }: { code: string }) {
  const { t } = useTranslation();
  useEffect(noteShown, []);
  const session = useSession();
  const preview = useInvitePreview(code, readerOf(session));
  const isMember = useServers().some(({ id }) => id === preview.data?.server.id);
  if (session.status === 'unreachable') return <Unreachable onRetry={session.retry} />;
  if (hasCode(preview.error, 'INVITE_INVALID')) return <NoWay title={t('invite.endedTitle')} text={t('invite.endedText')} />;
  if (hasCode(preview.error, 'BANNED')) return <NoWay title={t('invite.bannedTitle')} text={t('invite.bannedText')} />;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.isPending || session.status === 'loading') return <Loading />;
  return (
    <AuthCard
      title={isMember ? preview.data.server.name : t('invite.joinTitle', { server: preview.data.server.name })}
      subtitle={<InviteSummary preview={preview.data} />}
      picture={<InvitePicture preview={preview.data} isSignedIn={session.status === 'signedIn'} />}
    >
      {session.status === 'signedIn' ? (
        <InviteJoin preview={preview.data} />
      ) : (
        <InviteEntry preview={preview.data} mayRegister={session.instance.registration !== 'closed'} />
      )}
    </AuthCard>
  );
}

const readerOf = (session: ReturnType<typeof useSession>): string | null =>
  session.status === 'signedIn' ? session.userId : session.status === 'anonymous' ? '' : null;

/** Trying again would lead nowhere. */
function NoWay({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <AuthCard title={title} subtitle={text}>
      <p className="text-center text-body">
        <TextLink href={paths.home}>{session.status === 'signedIn' ? t('invite.toApp') : t('auth.logIn')}</TextLink>
      </p>
    </AuthCard>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <main className="flex min-h-full items-center bg-canvas p-4">
      <ErrorState title={t('invite.loadFailed')} onRetry={onRetry}>
        {errorText(error)}
      </ErrorState>
    </main>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <main className="flex min-h-full items-center justify-center bg-sidebar p-4">
      <SkeletonGroup label={t('invite.loading')} className="w-full max-w-dialog-small rounded-dialog bg-canvas p-8 shadow-float">
        <div className="flex flex-col items-center gap-4">
          <Skeleton shape="block" className="size-20" />
          <Skeleton className="w-48" />
          <Skeleton className="w-32" />
          <Skeleton shape="block" className="h-11 w-full" />
        </div>
      </SkeletonGroup>
    </main>
  );
}
