import { limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { autoDir } from '@/lib/auto-dir';
import { fieldErrors } from '@/api';
import { useErrorText } from '@/i18n';
import { Button, Dialog, DialogClose, FormError, Select, TextField } from '@/ui';
import { useChannelGroups, useCreateChannel } from '@/features/channels';

export interface CreateChannelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  serverId: string;
  /** The category in which to begin. */
  parentId: string | null;
  onCreated: (channel: Channel) => void;
}

const NONE = 'none';

export default function CreateChannelDialog({ open, onOpenChange, serverId, parentId, onCreated }: CreateChannelDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const create = useCreateChannel(serverId);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('channels.create')}
      description={t('channels.createIntro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('channels.create')}
          </Button>
        </>
      }
    >
      <CreateForm {...{ formId, serverId, parentId, create, onCreated }} />
    </Dialog>
  );
}

interface CreateFormProps extends Pick<CreateChannelDialogProps, 'serverId' | 'parentId' | 'onCreated'> {
  formId: string;
  create: ReturnType<typeof useCreateChannel>;
}

function CreateForm({ formId, serverId, parentId, create, onCreated }: CreateFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [parent, setParent] = useState(parentId ?? NONE);
  const [isMissing, setMissing] = useState(false);
  const faults = fieldErrors(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || create.isPending) return;
    const category = parent === NONE ? null : parent;
    create.mutate({ name, type: 'TEXT', parentId: category, topic: topic.trim() || null }, { onSuccess: onCreated });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{create.error && Object.keys(faults).length === 0 && errorText(create.error)}</FormError>
      <TextField
        label={t('channels.name')}
        prefix="#"
        placeholder={t('channels.namePlaceholder')}
        dir={autoDir(name)}
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={isMissing && name.trim() === '' ? t('channels.nameMissing') : faults['name']}
      />
      <TextField
        label={t('channels.topic')}
        optional
        hint={t('channels.topicHint')}
        dir={autoDir(topic)}
        autoComplete="off"
        maxLength={limits.topic}
        value={topic}
        onValueChange={setTopic}
        error={faults['topic']}
      />
      <CategorySelect serverId={serverId} value={parent} onChange={setParent} />
    </form>
  );
}

/** Only where there are categories to choose from. */
function CategorySelect({ serverId, value, onChange }: { serverId: string; value: string; onChange: (parentId: string) => void }) {
  const { t } = useTranslation();
  const categories = useChannelGroups(serverId).flatMap(({ category }) => category ?? []);
  if (categories.length === 0) return null;
  const options = [{ value: NONE, label: t('channels.noCategory') }, ...categories.map(({ id, name }) => ({ value: id, label: name }))];
  return <Select label={t('channels.category')} options={options} value={value} onValueChange={onChange} />;
}
