import { limits } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, TextField } from '@/ui';
import { useCreateChannel } from '@/features/channels';
import type { HeldServer } from '@/features/servers';
import { NewChannelPrivacy } from './NewChannelPrivacy';
import { useNewPrivacy } from './use-new-privacy';

export interface CreateCategoryDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: HeldServer;
}

export default function CreateCategoryDialog({ open, onOpenChange, server }: CreateCategoryDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const create = useCreateChannel(server.id);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('channels.createCategory')}
      description={t('createChannel.categoryIntro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('channels.createCategory')}
          </Button>
        </>
      }
    >
      <CategoryForm {...{ formId, server, create }} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

interface CategoryFormProps {
  formId: string;
  server: HeldServer;
  create: ReturnType<typeof useCreateChannel>;
  onDone: () => void;
}

function CategoryForm({ formId, server, create, onDone }: CategoryFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { privacy, change, overwrites } = useNewPrivacy(server, null);
  const fault = fieldErrors(create.error)['name'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || create.isPending) return;
    create.mutate({ name, type: 'CATEGORY', overwrites: overwrites() }, { onSuccess: onDone });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{create.error && !fault && errorText(create.error)}</FormError>
      <TextField
        label={t('channels.name')}
        dir={autoDir(name)}
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={isMissing && name.trim() === '' ? t('channels.nameMissing') : fault}
      />
      <NewChannelPrivacy
        server={server}
        parentId={null}
        label={t('channelPermissions.privateCategory')}
        privacy={privacy}
        onChange={change}
      />
    </form>
  );
}
