import { hasPermission, limits, type Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, FormError, RadioGroup, Select, TextField } from '@/ui';
import { useChannels, useCreateChannel } from '@/features/channels';
import { useCan, useChannelPermissions, type HeldServer } from '@/features/servers';
import { newChannelTypes, placesForNew, type NewChannelType } from '../new-channel';
import { NewChannelPrivacy } from './NewChannelPrivacy';
import { useNewPrivacy } from './use-new-privacy';

export interface CreateChannelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: HeldServer;
  /** The category in which to begin. */
  parentId: string | null;
  onCreated: (channel: Channel) => void;
}

const NONE = 'none';

export default function CreateChannelDialog({ open, onOpenChange, server, parentId, onCreated }: CreateChannelDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const create = useCreateChannel(server.id);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('channels.create')}
      description={t('createChannel.intro')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('channels.create')}
          </Button>
        </>
      }
    >
      <CreateForm {...{ formId, server, parentId, create, onCreated }} />
    </Dialog>
  );
}

interface CreateFormProps extends Pick<CreateChannelDialogProps, 'server' | 'parentId' | 'onCreated'> {
  formId: string;
  create: ReturnType<typeof useCreateChannel>;
}

function CreateForm({ formId, server, parentId, create, onCreated }: CreateFormProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [type, setType] = useState<NewChannelType>('TEXT');
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [parent, setParent] = useState(parentId);
  const [isMissing, setMissing] = useState(false);
  const { privacy, change, overwrites } = useNewPrivacy(server, parent);
  const faults = fieldErrors(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || create.isPending) return;
    create.mutate({ name, type, parentId: parent, topic: topic.trim() || null, overwrites: overwrites() }, { onSuccess: onCreated });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{create.error && Object.keys(faults).length === 0 && errorText(create.error)}</FormError>
      <TextField
        label={t('channels.name')}
        prefix="#"
        placeholder={t('createChannel.namePlaceholder')}
        dir={autoDir(name)}
        autoComplete="off"
        maxLength={limits.channelName}
        value={name}
        onValueChange={setName}
        error={isMissing && name.trim() === '' ? t('channels.nameMissing') : faults['name']}
      />
      <RadioGroup
        label={t('createChannel.type')}
        value={type}
        onValueChange={setType}
        options={newChannelTypes.map((value) => ({
          value,
          label: t(`createChannel.types.${value}`),
          hint: t(`createChannel.typeHints.${value}`),
        }))}
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
      <CategorySelect serverId={server.id} value={parent} onChange={setParent} />
      <NewChannelPrivacy server={server} parentId={parent} label={t('channelPermissions.private')} privacy={privacy} onChange={change} />
    </form>
  );
}

interface CategorySelectProps {
  serverId: string;
  value: string | null;
  onChange: (parentId: string | null) => void;
}

/** Only where there is something to choose from. */
function CategorySelect({ serverId, value, onChange }: CategorySelectProps) {
  const { t } = useTranslation();
  const permissionsIn = useChannelPermissions(serverId);
  const mayManage = (category: Channel) => hasPermission(permissionsIn(category), 'MANAGE_CHANNELS');
  const places = placesForNew(useChannels(serverId), mayManage, useCan(serverId, 'MANAGE_CHANNELS'));
  if (places.length <= 1) return null;
  const options = places.map((category) => ({ value: category?.id ?? NONE, label: category?.name ?? t('channels.noCategory') }));
  return (
    <Select
      label={t('channels.category')}
      options={options}
      value={value ?? NONE}
      onValueChange={(next) => onChange(next === NONE ? null : next)}
    />
  );
}
