import { limits } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '@/api';
import { useErrorText } from '@/i18n';
import { Button, Dialog, DialogClose, FormError, TextField } from '@/ui';
import { useCreateChannel } from '@/features/channels';

export interface CreateCategoryDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  serverId: string;
}

export default function CreateCategoryDialog({ open, onOpenChange, serverId }: CreateCategoryDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const create = useCreateChannel(serverId);
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const fault = fieldErrors(create.error)['name'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '' && !create.isPending) create.mutate({ name, type: 'CATEGORY' }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={t('channels.createCategory')}
      description={t('channels.createCategoryIntro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('channels.createCategory')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{create.error && !fault && errorText(create.error)}</FormError>
        <TextField
          label={t('channels.name')}
          dir="auto"
          autoComplete="off"
          maxLength={limits.channelName}
          value={name}
          onValueChange={setName}
          error={isMissing && name.trim() === '' ? t('channels.nameMissing') : fault}
        />
      </form>
    </Dialog>
  );
}
