import { autoArchiveChoices, limits, type Channel } from '@hearth/contract';
import { useId, type FormEvent } from 'react';
import { fieldErrors } from '@/api';
import { useUpdateChannel } from '@/features/channels';
import { slowmodes } from '@/features/channels/components';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { useChanges } from '@/lib/use-changes';
import { Button, Dialog, DialogClose, FormError, Select, TextField } from '@/ui';
import { AutoArchiveSelect } from './AutoArchiveSelect';
import { TagChoices } from '../tags';
import type { ThreadRights } from './thread-rights';

export interface EditThreadDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  thread: Channel;
  parent: Channel | undefined;
  rights: ThreadRights;
}

const fieldsOf = ({ name, slowmode, thread }: Channel) => ({
  name,
  slowmode,
  autoArchive: autoArchiveChoices.find((choice) => choice === thread?.autoArchive) ?? autoArchiveChoices[2],
  tagIds: thread?.tagIds ?? [],
});

export function EditThreadDialog({ open, onOpenChange, thread, parent, rights }: EditThreadDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const formId = useId();
  const update = useUpdateChannel();
  const form = useChanges(fieldsOf(thread));
  const { name, slowmode, autoArchive, tagIds } = form.value;
  const faults = fieldErrors(update.error);
  const tags = parent?.forum?.tags ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || update.isPending) return;
    update.mutate({ channelId: thread.id, ...form.changed }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={parent?.type === 'FORUM' ? t('threads.editPost') : t('threads.edit')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={update.isPending} disabled={!form.isDirty} focusableWhenDisabled>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{update.error && Object.keys(faults).length === 0 && errorText(update.error)}</FormError>
        <TextField
          label={t('threads.name')}
          dir={autoDir(name)}
          autoComplete="off"
          maxLength={limits.channelName}
          value={name}
          onValueChange={(next) => form.change({ name: next })}
          error={name.trim() === '' ? t('threads.nameMissing') : faults['name']}
        />
        {tags.length > 0 && (
          <div className="flex flex-col gap-2">
            <span className="text-ui font-medium">{t('forums.tags')}</span>
            <TagChoices
              label={t('forums.tags')}
              tags={tags}
              chosen={tagIds}
              most={limits.tagsPerPost}
              isModerator={rights.moderate}
              onChange={(next) => form.change({ tagIds: next })}
            />
          </div>
        )}
        <AutoArchiveSelect value={autoArchive} onChange={(next) => form.change({ autoArchive: next })} />
        {rights.moderate && <SlowmodeSelect value={slowmode} onChange={(next) => form.change({ slowmode: next })} />}
      </form>
    </Dialog>
  );
}

function SlowmodeSelect({ value, onChange }: { value: number; onChange: (seconds: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offered = slowmodes.includes(value) ? slowmodes : [...slowmodes, value].sort((a, b) => a - b);
  return (
    <Select
      label={t('channelSettings.slowmode')}
      hint={t('channelSettings.slowmodeHint')}
      options={offered.map((seconds) => ({
        value: String(seconds),
        label: seconds === 0 ? t('channelSettings.slowmodeOff') : format.duration(seconds),
      }))}
      value={String(value)}
      onValueChange={(seconds) => onChange(Number(seconds))}
    />
  );
}
