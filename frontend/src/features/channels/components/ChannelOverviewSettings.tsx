import { limits, type Channel } from '@hearth/contract';
import { fieldErrors } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { useChanges, type Changes } from '@/lib/use-changes';
import { Checkbox, SaveBar, Select, TextArea, TextField } from '@/ui';
import { useUpdateChannel } from '@/features/channels';
import { useUnsavedChanges } from '@/features/settings';
import { slowmodes } from './slowmodes';

interface Fields {
  name: string;
  topic: string;
  slowmode: number;
  type: Channel['type'];
}

const fieldsOf = ({ name, topic, slowmode, type }: Channel): Fields => ({ name, topic: topic ?? '', slowmode, type });

/** What a channel or category is called and what it is for. */
export default function ChannelOverviewSettings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const update = useUpdateChannel();
  const form = useChanges(fieldsOf(channel));
  const urgent = useUnsavedChanges(form.isDirty);
  const isMissing = form.value.name.trim() === '';
  const faults = fieldErrors(update.error);
  const save = () => {
    const { topic, type, ...changed } = form.changed;
    const body = {
      ...changed,
      ...(topic !== undefined && { topic: topic.trim() || null }),
      ...((type === 'TEXT' || type === 'ANNOUNCEMENT') && { type }),
    };
    update.mutate({ channelId: channel.id, ...body }, { onSuccess: form.reset });
  };
  const startOver = () => {
    form.reset();
    update.reset();
  };
  return (
    <>
      <div className="flex flex-col gap-6">
        <TextField
          label={t('channels.name')}
          prefix={channel.type === 'CATEGORY' ? undefined : '#'}
          dir="auto"
          autoComplete="off"
          maxLength={limits.channelName}
          value={form.value.name}
          onValueChange={(name) => form.change({ name })}
          error={isMissing ? t('channels.nameMissing') : faults['name']}
        />
        {channel.type !== 'CATEGORY' && <ChannelFields channel={channel} form={form} topicFault={faults['topic']} />}
      </div>
      <SaveBar
        dirty={form.isDirty}
        urgent={urgent}
        saving={update.isPending}
        disabled={isMissing}
        error={update.error && Object.keys(faults).length === 0 ? errorText(update.error) : undefined}
        onReset={startOver}
        onSave={save}
      />
    </>
  );
}

interface ChannelFieldsProps {
  channel: Channel;
  form: Changes<Fields>;
  topicFault: string | undefined;
}

function ChannelFields({ channel, form, topicFault }: ChannelFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, change } = form;
  const offered = slowmodes.includes(value.slowmode) ? slowmodes : [...slowmodes, value.slowmode].sort((a, b) => a - b);
  return (
    <>
      <TextArea
        label={t('channels.topic')}
        optional
        dir="auto"
        hint={t('channels.topicHint')}
        maxLength={limits.topic}
        value={value.topic}
        onChange={(event) => change({ topic: event.target.value })}
        error={topicFault}
      />
      <Select
        label={t('channelSettings.slowmode')}
        hint={t('channelSettings.slowmodeHint')}
        options={offered.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('channelSettings.slowmodeOff') : format.duration(seconds),
        }))}
        value={String(value.slowmode)}
        onValueChange={(seconds) => change({ slowmode: Number(seconds) })}
      />
      {(channel.type === 'TEXT' || channel.type === 'ANNOUNCEMENT') && (
        <Checkbox
          label={t('channelSettings.announcements')}
          hint={t('channelSettings.announcementsHint')}
          checked={value.type === 'ANNOUNCEMENT'}
          onCheckedChange={(on) => change({ type: on ? 'ANNOUNCEMENT' : 'TEXT' })}
        />
      )}
    </>
  );
}
