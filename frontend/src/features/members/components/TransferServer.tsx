import { Crown } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors, hasCode } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { Banner, Button, Dialog, DialogClose, FormError, Picker, TextField, useToast, type PickerItem } from '@/ui';
import { useTransferServer } from '@/features/moderation';
import { useMemberChoices } from '@/features/moderation/people';
import type { HeldServer } from '@/features/servers';

export function TransferServer({ server }: { server: HeldServer }) {
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
        <h3 className="text-body font-semibold">{t('ownerSettings.transfer')}</h3>
        <p className="text-ui text-fg-muted">{t('ownerSettings.transferIntro')}</p>
      </div>
      <Button icon={Crown} onClick={start}>
        {t('ownerSettings.transfer')}
      </Button>
      <TransferDialog key={opening} server={server} open={open} onOpenChange={setOpen} />
    </section>
  );
}

interface TransferDialogProps {
  server: HeldServer;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** To whom, and the password, so that a borrowed screen is not enough. */
function TransferDialog({ server, open, onOpenChange }: TransferDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const toast = useToast();
  const transfer = useTransferServer(server.id);
  const done = (name: string) => {
    onOpenChange(false);
    toast.show({ title: t('ownerSettings.transferred', { server: server.name, name }), tone: 'success' });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('ownerSettings.transferTitle', { server: server.name })}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="danger" loading={transfer.isPending}>
            {t('ownerSettings.transfer')}
          </Button>
        </>
      }
    >
      <TransferForm {...{ server, formId, transfer }} onDone={done} />
    </Dialog>
  );
}

interface TransferFormProps {
  server: HeldServer;
  formId: string;
  transfer: ReturnType<typeof useTransferServer>;
  onDone: (name: string) => void;
}

function TransferForm({ server, formId, transfer, onDone }: TransferFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [heir, setHeir] = useState<PickerItem | null>(null);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const choices = useMemberChoices(server.id, { isLeftOut: ({ user }) => user.id === server.ownerId });
  const isWrong = hasCode(transfer.error, 'PASSWORD_WRONG');
  const fault = isWrong ? t('errors.PASSWORD_WRONG') : fieldErrors(transfer.error)['password'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!heir || password === '' || transfer.isPending) return;
    transfer.mutate({ userId: heir.value, password }, { onSuccess: () => onDone(heir.label) });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Banner tone="warning" className="rounded-card">
        {t('ownerSettings.transferWarning')}
      </Banner>
      <FormError>{transfer.error && !fault && errorText(transfer.error)}</FormError>
      <Picker
        label={t('ownerSettings.heir')}
        placeholder={t('ownerSettings.heirPlaceholder')}
        {...choices}
        value={heir}
        onValueChange={setHeir}
        error={tried && !heir ? t('ownerSettings.heirMissing') : undefined}
      />
      <TextField
        label={t('ownerSettings.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onValueChange={setPassword}
        error={tried && password === '' ? t('auth.passwordMissing') : fault}
      />
    </form>
  );
}
