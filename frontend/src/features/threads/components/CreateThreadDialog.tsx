import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, TextArea, TextField } from '@/ui';
import { useCreateThread } from '../mutations';
import { AutoArchiveSelect, type AutoArchive } from './AutoArchiveSelect';

export interface CreateThreadDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
  /** At which it begins. Null: beside the channel, with a message of its own. */
  messageId: string | null;
  /** What it may be called. */
  suggestion: string;
  onCreated: (thread: Channel) => void;
}

const USUAL = 4_320;

export default function CreateThreadDialog({ open, onOpenChange, channel, messageId, suggestion, onCreated }: CreateThreadDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const create = useCreateThread(channel.id);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('threads.begin')}
      description={messageId === null ? t('threads.beginIn', { channel: channel.name }) : t('threads.beginAt')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('threads.begin')}
          </Button>
        </>
      }
    >
      <CreateForm {...{ formId, messageId, suggestion, create, onCreated }} />
    </Dialog>
  );
}

interface CreateFormProps extends Pick<CreateThreadDialogProps, 'messageId' | 'suggestion' | 'onCreated'> {
  formId: string;
  create: ReturnType<typeof useCreateThread>;
}

function CreateForm({ formId, messageId, suggestion, create, onCreated }: CreateFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState(suggestion);
  const [content, setContent] = useState('');
  const [autoArchive, setAutoArchive] = useState<AutoArchive>(USUAL);
  const [tried, setTried] = useState(false);
  const faults = fieldErrors(create.error);
  const isFree = messageId === null;
  const missing = { name: name.trim() === '', content: isFree && content.trim() === '' };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.name || missing.content || create.isPending) return;
    const first = content.trim() === '' ? {} : { content: content.trim() };
    create.mutate({ name, autoArchive, ...(messageId !== null && { messageId }), ...first }, { onSuccess: onCreated });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{create.error && Object.keys(faults).length === 0 && errorText(create.error)}</FormError>
      <TextField
        label={t('threads.name')}
        dir={autoDir(name)}
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={tried && missing.name ? t('threads.nameMissing') : faults['name']}
      />
      <TextArea
        label={t('threads.first')}
        optional={!isFree}
        dir={autoDir(content)}
        minRows={3}
        maxRows={10}
        maxLength={limits.content}
        value={content}
        onChange={(event) => setContent(event.target.value)}
        error={tried && missing.content ? t('threads.firstMissing') : faults['content']}
      />
      <AutoArchiveSelect value={autoArchive} onChange={setAutoArchive} />
    </form>
  );
}
