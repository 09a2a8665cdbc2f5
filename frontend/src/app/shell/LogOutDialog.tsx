import { useTranslation } from 'react-i18next';
import { useLogout } from '@/features/auth';
import { useErrorText } from '@/i18n';
import { ConfirmDialog } from '@/ui';

export default function LogOutDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const logOut = useLogout();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      tone="primary"
      title={t('auth.logOutTitle')}
      description={t('auth.logOutText')}
      confirmLabel={t('auth.logOut')}
      busy={logOut.isPending}
      error={logOut.error ? errorText(logOut.error) : undefined}
      onConfirm={() => logOut.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
