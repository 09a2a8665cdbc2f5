import type { ScheduledMessage } from '@hearth/contract';
import { useState, type FormEvent } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { toContent, toText } from '@/features/messages';
import { Thumbs } from '@/features/messages/components/attachments';
import { Button, DateTimeField, FormError, TextArea } from '@/ui';
import { suggestedTime } from '../choices';
import { fits } from '../fits';
import { useUpdateScheduled } from '../mutations';

/** Changes what will be sent, and when. One that was refused gets a new time. */
export function ScheduledEditor({ scheduled, onDone }: { scheduled: ScheduledMessage; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const update = useUpdateScheduled();
  const { attachments } = scheduled;
  const before = Date.parse(scheduled.sendAt);
  const [content, setContent] = useState(() => toText(scheduled.channelId, scheduled.content));
  const [at, setAt] = useState<number | null>(() => (scheduled.status === 'FAILED' ? suggestedTime(new Date()) : before));
  const [isPast, setPast] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (at === null || at <= Date.now()) return setPast(true);
    const { id: scheduledId, channelId } = scheduled;
    const text = toContent(channelId, content.trim());
    update.mutate({ scheduledId, content: text, at: at === before ? undefined : at }, { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-3">
      <FormError>{update.error && errorText(update.error)}</FormError>
      <TextArea label={t('laterDialogs.text')} dir="auto" value={content} onChange={(event) => setContent(event.target.value)} />
      <Thumbs message={scheduled} alwaysNamed />
      <DateTimeField
        label={t('later.time')}
        value={at}
        onValueChange={(next) => {
          setPast(false);
          setAt(next);
        }}
        hint={at === null ? undefined : format.exact(at)}
        error={isPast ? t('later.past') : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={!fits(content, attachments.length > 0)} loading={update.isPending}>
          {t('laterDialogs.save')}
        </Button>
      </div>
    </form>
  );
}
