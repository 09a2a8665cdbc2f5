import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Dialog, FormError, TextArea, TextField } from '@/ui';
import { BeginningFiles, BeginningFooter, faultsOf, useBegin, useBeginning, type Beginning } from '../beginning';
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
  const beginning = useBeginning(channel.id, open);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('threads.begin')}
      description={messageId === null ? t('threads.beginIn', { channel: channel.name }) : t('threads.beginAt')}
      footer={<BeginningFooter {...{ beginning, formId }} label={t('threads.begin')} />}
    >
      <CreateForm {...{ formId, channel, messageId, suggestion, beginning, onCreated }} />
    </Dialog>
  );
}

interface CreateFormProps extends Pick<CreateThreadDialogProps, 'channel' | 'messageId' | 'suggestion' | 'onCreated'> {
  formId: string;
  beginning: Beginning;
}

function CreateForm({ formId, channel, messageId, suggestion, beginning, onCreated }: CreateFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState(suggestion);
  const [content, setContent] = useState('');
  const [autoArchive, setAutoArchive] = useState<AutoArchive>(USUAL);
  const [tried, setTried] = useState(false);
  const { create, files } = beginning;
  const faults = faultsOf(beginning);
  const isFree = messageId === null;
  const text = content.trim();
  const missing = { name: name.trim() === '', content: isFree && text === '' && files.state === 'empty' };
  const compose = () => {
    if (missing.name || missing.content) return null;
    return { name, autoArchive, ...(messageId !== null && { messageId }), ...(text !== '' && { content: text }) };
  };
  const begin = useBegin(beginning, compose, onCreated);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    begin();
  };
  return (
    <div className="flex flex-col gap-5">
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
      </form>
      <BeginningFiles {...{ beginning, tried }} channelId={channel.id} />
      <AutoArchiveSelect value={autoArchive} onChange={setAutoArchive} />
    </div>
  );
}
