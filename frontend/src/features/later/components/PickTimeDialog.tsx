import { limits } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Button, DateTimeField, Dialog, DialogClose, FormError } from '@/ui';
import { suggestedTime } from '../choices';

export interface PickTimeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The verb of the title. */
  confirm: string;
  busy: boolean;
  error: Error | null;
  onPick: (at: number) => void;
}

const DAY = 24 * 3_600_000;

/** Any time to come, by the browser's own field. */
export function PickTimeDialog({ open, onOpenChange, title, confirm, busy, error, onPick }: PickTimeDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const formId = useId();
  const [now] = useState(() => new Date());
  const [at, setAt] = useState<number | null>(() => suggestedTime(now));
  const [isPast, setPast] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at === null || at <= Date.now()) setPast(true);
    else onPick(at);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={title}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{error && errorText(error)}</FormError>
        <DateTimeField
          label={t('later.time')}
          value={at}
          onValueChange={(next) => {
            setPast(false);
            setAt(next);
          }}
          min={now.getTime()}
          max={now.getTime() + limits.laterDays * DAY}
          hint={at === null ? undefined : format.exact(at)}
          error={isPast ? t('later.past') : undefined}
        />
      </form>
    </Dialog>
  );
}
