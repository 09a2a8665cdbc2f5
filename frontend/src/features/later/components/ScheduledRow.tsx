import type { ScheduledMessage } from '@hearth/contract';
import { Pencil, SendHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { IconButton, useToast } from '@/ui';
import { useDeleteScheduled, useSchedule, useSendScheduled } from '../mutations';
import { toText } from '@/features/messages';
import { Thumbs } from '@/features/messages/components/attachments';
import { PlaceName } from './PlaceName';
import { ScheduledEditor } from './ScheduledEditor';

/** One message that waits, with where and when, or why it was refused. */
export function ScheduledRow({ scheduled }: { scheduled: ScheduledMessage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [edits, setEdits] = useState(false);
  const { channelId, sendAt, status, failure } = scheduled;
  if (edits) return <ScheduledEditor scheduled={scheduled} onDone={() => setEdits(false)} />;
  return (
    <div className="flex items-start gap-2 max-tablet:flex-col">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
          <time dateTime={sendAt} title={format.exact(sendAt)} className="font-semibold">
            {status === 'PENDING' ? format.upcoming(sendAt) : t('laterDialogs.refused')}
          </time>
          <span dir="auto" className="min-w-0 truncate text-fg-subtle">
            <PlaceName channelId={channelId} />
          </span>
        </p>
        <Said {...scheduled} />
        {failure && <p className="text-ui text-warning-text">{t(`errors.${failure}`)}</p>}
      </div>
      <RowActions scheduled={scheduled} onEdit={() => setEdits(true)} />
    </div>
  );
}

function Said({ channelId, content, attachments }: ScheduledMessage) {
  return (
    <>
      {content && (
        <p dir="auto" className="line-clamp-3 text-match-parent text-body wrap-anywhere whitespace-pre-line">
          {toText(channelId, content)}
        </p>
      )}
      <Thumbs message={{ attachments, content }} alwaysNamed />
    </>
  );
}

function RowActions({ scheduled, onEdit }: { scheduled: ScheduledMessage; onEdit: () => void }) {
  const { t } = useTranslation();
  const errorToast = useErrorToast();
  const send = useSendScheduled();
  const remove = useRemoval(scheduled);
  return (
    <span className="flex shrink-0 items-center max-tablet:self-end">
      <IconButton
        icon={SendHorizontal}
        mirrored
        size="small"
        label={t('laterDialogs.sendNow')}
        loading={send.isPending}
        onClick={() => send.mutate(scheduled.id, { onError: (error) => errorToast(t('laterDialogs.notSentNow'), error) })}
      />
      <IconButton icon={Pencil} size="small" label={t('laterDialogs.edit')} onClick={onEdit} />
      <IconButton icon={Trash2} size="small" label={t('laterDialogs.delete')} onClick={remove} />
    </span>
  );
}

/** Deletes it, with a way back as long as its time has not come. */
function useRemoval({ id, channelId, content, attachments, replyToId, sendAt, status }: ScheduledMessage): () => void {
  const { t } = useTranslation();
  const toast = useToast();
  const errorToast = useErrorToast();
  const { mutateAsync: remove } = useDeleteScheduled();
  const { mutateAsync: schedule } = useSchedule();
  const at = Date.parse(sendAt);
  const undo = () =>
    void schedule({ channelId, content, replyToId, attachmentIds: attachments.map((file) => file.id), at }).catch((error: unknown) =>
      errorToast(t('later.notScheduled'), error),
    );
  const told = () => {
    const canUndo = status === 'PENDING' && at > Date.now();
    toast.show({ title: t('laterDialogs.deleted'), ...(canUndo && { action: { label: t('laterDialogs.undo'), onClick: undo } }) });
  };
  // The row is gone by the time of the answer.
  return () => void remove(id).then(told, (error: unknown) => errorToast(t('laterDialogs.notDeleted'), error));
}
