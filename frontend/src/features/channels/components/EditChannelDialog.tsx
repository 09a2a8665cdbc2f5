import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '@/api';
import { useErrorText } from '@/i18n';
import { Button, Dialog, DialogClose, FormError, TextArea, TextField } from '@/ui';
import { useUpdateChannel } from '@/features/channels';

export interface EditChannelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

export default function EditChannelDialog({ open, onOpenChange, channel }: EditChannelDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const update = useUpdateChannel();
  const isCategory = channel.type === 'CATEGORY';
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size={isCategory ? 'small' : 'medium'}
      title={isCategory ? t('channels.editCategory') : t('channels.edit')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <EditForm {...{ formId, channel, update }} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

interface EditFormProps {
  formId: string;
  channel: Channel;
  update: ReturnType<typeof useUpdateChannel>;
  onDone: () => void;
}

function EditForm({ formId, channel, update, onDone }: EditFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState(channel.name);
  const [topic, setTopic] = useState(channel.topic ?? '');
  const faults = fieldErrors(update.error);
  const isCategory = channel.type === 'CATEGORY';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || update.isPending) return;
    update.mutate({ channelId: channel.id, name, ...(!isCategory && { topic: topic.trim() || null }) }, { onSuccess: onDone });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{update.error && Object.keys(faults).length === 0 && errorText(update.error)}</FormError>
      <TextField
        label={t('channels.name')}
        prefix={isCategory ? undefined : '#'}
        dir="auto"
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={name.trim() === '' ? t('channels.nameMissing') : faults['name']}
      />
      {!isCategory && (
        <TextArea
          label={t('channels.topic')}
          optional
          dir="auto"
          maxLength={limits.topic}
          value={topic}
          onChange={(event) => setTopic(event.target.value)}
          error={faults['topic']}
        />
      )}
    </form>
  );
}
