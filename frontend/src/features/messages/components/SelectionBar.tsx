import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBulkDelete } from '@/features/moderation';
import { ReasonField } from '@/features/moderation/components';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, ConfirmDialog } from '@/ui';
import { endSelection, useSelectionStore } from '../selection-store';

/** In the place of the composer while messages are chosen. */
export default function SelectionBar({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { ids } = useSelectionStore();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const remove = useBulkDelete(channelId);
  useEffect(() => () => void endSelection(), []);
  return (
    <div
      role="toolbar"
      aria-label={t('messages.chosenLabel')}
      className="flex flex-wrap items-center gap-2 rounded-dialog border border-line bg-raised px-4 py-2"
    >
      <span role="status" className="min-w-0 flex-1 text-ui tabular-nums">
        {t('messages.chosen', { count: ids.length })}
      </span>
      <Button variant="ghost" onClick={endSelection}>
        {t('common.cancel')}
      </Button>
      <Button variant="danger" icon={Trash2} disabled={ids.length === 0} onClick={() => setAsks(true)}>
        {t('messages.delete')}
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t('messages.deleteChosen', { count: ids.length })}
        description={t('messages.deleteChosenText')}
        confirmLabel={t('messages.delete')}
        busy={remove.isPending}
        error={remove.error ? errorText(remove.error) : undefined}
        onConfirm={() => remove.mutate({ ids: [...ids], reason }, { onSuccess: endSelection })}
      >
        <ReasonField value={reason} onValueChange={setReason} />
      </ConfirmDialog>
    </div>
  );
}
