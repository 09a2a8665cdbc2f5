import { useTranslation } from '@/i18n';
import { useLocation } from 'wouter';
import { AuthCard, RegisterForm, TextLink } from '@/features/auth/components';
import { paths } from '@/lib/paths';

export function RegisterScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const footer = (
    <>
      {t('auth.haveAccount')} <TextLink href={paths.login}>{t('auth.logIn')}</TextLink>
    </>
  );
  return (
    <AuthCard title={t('auth.registerTitle')} subtitle={t('auth.registerText')} footer={footer}>
      <RegisterForm submitLabel={t('auth.register')} onRegistered={() => navigate(paths.home, { replace: true })} />
    </AuthCard>
  );
}
