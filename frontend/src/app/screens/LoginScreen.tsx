import { Info } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useLocation } from 'wouter';
import { AuthCard, LoginForm, TextLink } from '@/features/auth/components';
import { paths } from '@/lib/paths';
import { Icon } from '@/ui';

export interface LoginScreenProps {
  mayRegister: boolean;
  ended: boolean;
}

export function LoginScreen({ mayRegister, ended }: LoginScreenProps) {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  const goOn = () => {
    if (path === paths.login || path === paths.register) navigate(paths.home, { replace: true });
  };
  const footer = mayRegister ? (
    <>
      {t('auth.noAccount')} <TextLink href={paths.register}>{t('auth.register')}</TextLink>
    </>
  ) : (
    t('auth.needsInvite')
  );
  return (
    <AuthCard title={t('auth.loginTitle')} subtitle={t('auth.loginText')} footer={footer}>
      {ended && (
        <p role="status" className="flex items-start gap-2 rounded-card bg-info-subtle px-3 py-2 text-ui text-info-text">
          <Icon icon={Info} className="mt-0.5" />
          {t('auth.ended')}
        </p>
      )}
      <LoginForm onLoggedIn={goOn} />
    </AuthCard>
  );
}
