import { limits } from '@hearth/contract';
import type { ReactNode } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { useChanges } from '@/lib/use-changes';
import { SaveBar, TextArea, TextField } from '@/ui';
import { useUpdateServer, type HeldServer } from '@/features/servers';
import { useUnsavedChanges } from '@/features/settings';

/** What a server is called, and what it says of itself. @param pictures what it is seen by */
export default function OverviewSettings({ server, pictures }: { server: HeldServer; pictures: ReactNode }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const update = useUpdateServer(server.id);
  const { value, changed, isDirty, change, reset } = useChanges({ name: server.name, description: server.description });
  const urgent = useUnsavedChanges(isDirty);
  const isMissing = value.name.trim() === '';
  const faults = fieldErrors(update.error);
  const startOver = () => {
    reset();
    update.reset();
  };
  return (
    <>
      <div className="flex flex-col gap-6">
        {pictures}
        <TextField
          label={t('servers.name')}
          dir="auto"
          autoComplete="off"
          maxLength={limits.serverName}
          value={value.name}
          onValueChange={(name) => change({ name })}
          error={isMissing ? t('servers.nameMissing') : faults['name']}
        />
        <TextArea
          label={t('serverSettings.description')}
          optional
          dir="auto"
          hint={t('serverSettings.descriptionHint')}
          maxLength={limits.serverDescription}
          value={value.description}
          onChange={(event) => change({ description: event.target.value })}
          error={faults['description']}
        />
      </div>
      <SaveBar
        dirty={isDirty}
        urgent={urgent}
        saving={update.isPending}
        disabled={isMissing}
        error={update.error && Object.keys(faults).length === 0 ? errorText(update.error) : undefined}
        onReset={startOver}
        onSave={() => update.mutate(changed, { onSuccess: reset })}
      />
    </>
  );
}
