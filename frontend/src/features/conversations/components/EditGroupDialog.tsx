import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useUpdateChannel } from '@/features/channels';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, TextField } from '@/ui';

export interface EditGroupDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

export default function EditGroupDialog({ open, onOpenChange, channel }: EditGroupDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const update = useUpdateChannel();
  const [name, setName] = useState(channel.name);
  const [icon, setIcon] = useState(channel.group?.icon ?? '');
  const faults = fieldErrors(update.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = { name: name.trim() === '' ? null : name, icon: icon.trim() === '' ? null : icon };
    if (!update.isPending) update.mutate({ channelId: channel.id, ...change }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('conversations.editGroup')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{update.error && Object.keys(faults).length === 0 && errorText(update.error)}</FormError>
        <TextField
          label={t('conversations.groupName')}
          hint={t('conversations.groupNameHint')}
          dir={autoDir(name)}
          autoComplete="off"
          maxLength={limits.channelName}
          value={name}
          onValueChange={setName}
          error={faults['name']}
        />
        <TextField
          label={t('conversations.icon')}
          hint={t('conversations.iconHint')}
          autoComplete="off"
          maxLength={limits.groupIcon}
          value={icon}
          onValueChange={setIcon}
          error={faults['icon']}
        />
      </form>
    </Dialog>
  );
}
