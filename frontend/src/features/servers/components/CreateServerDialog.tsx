import { limits, type JoinedServer } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { autoDir } from '@/lib/auto-dir';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, Dialog, DialogClose, FormError, TextField } from '@/ui';
import { useCreateServer } from '@/features/servers';
import { ServerReady } from './ServerReady';

export interface CreateServerDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Goes to the server that was made. */
  onDone: (server: JoinedServer) => void;
}

/** A name, and then a link to bring the first people in. */
export default function CreateServerDialog({ open, onOpenChange, onDone }: CreateServerDialogProps) {
  const [made, setMade] = useState<JoinedServer | null>(null);
  if (made) return <ServerReady open={open} server={made} onDone={() => onDone(made)} />;
  return <NameServer open={open} onOpenChange={onOpenChange} onCreated={setMade} />;
}

interface NameServerProps extends Pick<CreateServerDialogProps, 'open' | 'onOpenChange'> {
  onCreated: (server: JoinedServer) => void;
}

function NameServer({ open, onOpenChange, onCreated }: NameServerProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const create = useCreateServer();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const fault = fieldErrors(create.error)['name'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '' && !create.isPending) create.mutate({ name }, { onSuccess: onCreated });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('servers.create')}
      description={t('servers.createIntro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('servers.create')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{create.error && !fault && errorText(create.error)}</FormError>
        <TextField
          label={t('servers.name')}
          placeholder={t('servers.namePlaceholder')}
          hint={t('servers.nameHint')}
          dir={autoDir(name)}
          autoComplete="off"
          maxLength={limits.serverName}
          value={name}
          onValueChange={setName}
          error={isMissing && name.trim() === '' ? t('servers.nameMissing') : fault}
        />
      </form>
    </Dialog>
  );
}
