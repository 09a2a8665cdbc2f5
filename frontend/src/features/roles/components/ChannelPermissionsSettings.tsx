import type { Channel } from '@hearth/contract';
import { useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { useBreakpoint } from '@/lib/use-media-query';
import { Divider, SaveBar, ScrollArea } from '@/ui';
import { useReplaceOverwrites, type HeldServer } from '@/features/servers';
import { useUnsavedChanges } from '@/features/settings';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { OverwriteEditor } from './OverwriteEditor';
import { OverwritePreviewDialog } from './OverwritePreviewDialog';
import { PrivacySettings } from './PrivacySettings';
import { SyncState } from './SyncState';
import { TargetList } from './TargetList';
import { useOverwritesDraft, type OverwritesDraft } from './use-overwrites-draft';

interface ChannelPermissionsProps {
  server: HeldServer;
  channel: Channel;
}

/** Who may do what in a channel. Nothing is stored before it was shown who gains and who loses by it. */
export default function ChannelPermissionsSettings({ server, channel }: ChannelPermissionsProps) {
  const { t } = useTranslation();
  const wide = useBreakpoint('tablet');
  const form = useOverwritesDraft(channel);
  const urgent = useUnsavedChanges(form.isDirty);
  const [chosenId, setChosenId] = useState<string | null>(wide ? server.id : null);
  const draft = { overwrites: form.overwrites, change: form.change };
  const general = (
    <>
      <ChangedMeanwhile server={server} form={form} />
      <SyncState server={server} channel={channel} isDirty={form.isDirty} />
      <PrivacySettings {...{ server, channel }} {...draft} />
      <Divider />
      <h3 className="text-body font-semibold">{t('channelPermissions.advanced')}</h3>
    </>
  );
  const editorFor = (id: string) => <OverwriteEditor key={id} targetId={id} {...{ server, channel }} {...draft} />;
  const bar = <Saving {...{ server, channel, urgent, form }} />;
  const list = { server, chosenId, onChoose: setChosenId, ...draft };
  if (!wide) {
    return (
      <div className="flex flex-1 flex-col gap-6">
        {general}
        <TargetList {...list} renderChosen={editorFor} />
        {bar}
      </div>
    );
  }
  return (
    <>
      <ScrollArea className="flex w-80 shrink-0 flex-col gap-6 border-e border-line ps-8 pe-4 pt-4 pb-8">
        {general}
        <TargetList {...list} />
      </ScrollArea>
      <ScrollArea className="flex-1">
        <div className="flex min-h-full max-w-dialog-large flex-col px-8 pt-4 pb-12 has-data-[save-bar]:pb-0">
          {chosenId !== null && editorFor(chosenId)}
          {bar}
        </div>
      </ScrollArea>
    </>
  );
}

interface SavingProps extends ChannelPermissionsProps {
  urgent: boolean;
  form: OverwritesDraft;
}

function Saving({ server, channel, urgent, form }: SavingProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const replace = useReplaceOverwrites(channel.id);
  const [isReviewing, setReviewing] = useState(false);
  const { overwrites } = form;
  const store = () =>
    replace.mutate(
      { overwrites, before: channel.overwrites },
      {
        onSuccess: () => {
          form.reset();
          setReviewing(false);
        },
      },
    );
  return (
    <>
      <SaveBar dirty={form.isDirty} urgent={urgent} onReset={form.reset} onSave={() => setReviewing(true)} />
      <OverwritePreviewDialog
        open={isReviewing}
        onOpenChange={setReviewing}
        channel={channel}
        overwrites={overwrites}
        title={t('channelPermissions.previewTitle')}
        description={t('channelPermissions.previewIntro', { channel: channel.name })}
        confirmLabel={t('ui.save')}
        notice={<ChangedMeanwhile server={server} form={form} />}
        saving={replace.isPending}
        error={replace.error ? errorText(replace.error) : undefined}
        onConfirm={store}
      />
    </>
  );
}
