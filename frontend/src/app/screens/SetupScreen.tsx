import { useTranslation } from '@/i18n';
import { useLocation, useSearchParams } from 'wouter';
import { AuthCard, RegisterForm, TextLink } from '@/features/auth/components';
import { paths } from '@/lib/paths';
import { openDialog } from '../dialogs-store';

/** The first account of all, whose owner runs this place; then their first server. */
export function SetupScreen({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const token = search.get('token');
  if (isDone || token === null) {
    return (
      <AuthCard
        title={isDone ? t('setup.doneTitle') : t('setup.waitingTitle')}
        subtitle={isDone ? t('setup.doneText') : t('setup.waitingText')}
      >
        {isDone && (
          <p className="text-center text-body">
            <TextLink href={paths.login}>{t('auth.logIn')}</TextLink>
          </p>
        )}
      </AuthCard>
    );
  }
  const welcome = () => {
    openDialog({ kind: 'createServer' });
    navigate(paths.home, { replace: true });
  };
  return (
    <AuthCard title={t('setup.title')} subtitle={t('setup.text')}>
      <RegisterForm setupToken={token} submitLabel={t('setup.submit')} onRegistered={welcome} />
    </AuthCard>
  );
}
