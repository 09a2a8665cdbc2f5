import { UserX } from 'lucide-react';
import { useState } from 'react';
import { hasCode } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, Checkbox, ConfirmDialog, TextField, useToast } from '@/ui';
import { useDeleteAccount } from '../mutations';

/** What concerns the account as a whole. */
export default function AccountSettings() {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(0);
  const [open, setOpen] = useState(false);
  const start = () => {
    setOpening(opening + 1);
    setOpen(true);
  };
  return (
    <section className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-60 flex-1 flex-col gap-0.5">
        <h3 className="text-body font-semibold">{t('account.delete')}</h3>
        <p className="text-ui text-fg-muted">{t('account.intro')}</p>
      </div>
      <Button icon={UserX} variant="danger" onClick={start}>
        {t('account.delete')}
      </Button>
      <DeleteAccountDialog key={opening} open={open} onOpenChange={setOpen} />
    </section>
  );
}

interface DeleteAccountDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Takes the password, so that a borrowed screen is not enough. */
function DeleteAccountDialog({ open, onOpenChange }: DeleteAccountDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const toast = useToast();
  const remove = useDeleteAccount();
  const [password, setPassword] = useState('');
  const [deleteMessages, setDeleteMessages] = useState(false);
  const [tried, setTried] = useState(false);
  const isWrong = hasCode(remove.error, 'PASSWORD_WRONG');
  const confirm = () => {
    setTried(true);
    if (password === '') return;
    // By then nothing of this is on screen any more. What failed the dialog says.
    const told = () => toast.show({ title: t('account.deleted'), tone: 'success' });
    remove.mutateAsync({ password, deleteMessages }).then(told, () => undefined);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('account.confirmTitle')}
      description={t('account.confirmText')}
      confirmLabel={t('account.delete')}
      busy={remove.isPending}
      error={remove.error && !isWrong ? errorText(remove.error) : undefined}
      onConfirm={confirm}
    >
      <Checkbox label={t('account.deleteMessages')} checked={deleteMessages} onCheckedChange={setDeleteMessages} />
      <TextField
        label={t('account.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onValueChange={setPassword}
        error={passwordError()}
      />
    </ConfirmDialog>
  );

  function passwordError(): string | undefined {
    if (isWrong) return t('errors.PASSWORD_WRONG');
    return tried && password === '' ? t('auth.passwordMissing') : undefined;
  }
}
