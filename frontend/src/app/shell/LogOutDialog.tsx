import { useLocation } from 'wouter';
import { useLogout } from '@/features/auth';
import { useErrorText, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { ConfirmDialog } from '@/ui';

export default function LogOutDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const logOut = useLogout();
  const [, navigate] = useLocation();
  const leave = async () => {
    try {
      await logOut.mutateAsync();
    } catch {
      // The dialog shows what the mutation keeps.
      return;
    }
    // This dialog is gone by now with all else of the account: whoever comes next begins anew.
    onOpenChange(false);
    navigate(paths.home, { replace: true });
  };
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
      onConfirm={() => void leave()}
    />
  );
}
