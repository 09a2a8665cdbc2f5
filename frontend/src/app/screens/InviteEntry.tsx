import type { InvitePreview } from '@hearth/contract';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { LoginForm, RegisterForm, TextButton } from '@/features/auth/components';
import { useJoinServer } from '@/features/servers';
import { useErrorToast, useTranslation } from '@/i18n';
import { arrivalOf } from './arrival';

/** A new account, or one that is there already; either way in. */
export function InviteEntry({ preview, mayRegister }: { preview: InvitePreview; mayRegister: boolean }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const toast = useErrorToast();
  const join = useJoinServer();
  const [logsIn, setLogsIn] = useState(!mayRegister);
  const arrive = () => navigate(arrivalOf(preview), { replace: true });
  const joinAndArrive = async () => {
    try {
      await join.mutateAsync(preview.code);
      arrive();
    } catch (error) {
      toast(t('invite.notJoined'), error);
    }
  };
  return (
    <>
      {logsIn ? (
        <LoginForm submitLabel={t('invite.logInAndJoin')} onLoggedIn={joinAndArrive} />
      ) : (
        <RegisterForm inviteCode={preview.code} submitLabel={t('invite.registerAndJoin')} onRegistered={arrive} />
      )}
      {mayRegister && (
        <p className="flex flex-wrap items-baseline justify-center gap-x-1.5 text-ui text-fg-muted">
          {logsIn ? t('auth.noAccount') : t('auth.haveAccount')}
          <TextButton onClick={() => setLogsIn(!logsIn)}>{logsIn ? t('auth.register') : t('auth.logIn')}</TextButton>
        </p>
      )}
    </>
  );
}
