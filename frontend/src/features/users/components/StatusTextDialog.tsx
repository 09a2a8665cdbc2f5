import { limits, type Me } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useUpdateMe } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, Dialog, DialogClose, FormError, Select, TextField } from '@/ui';
import { statusEnd, statusEnds, type StatusEnd } from '../status-ends';

export interface StatusTextDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  me: Me;
}

/** A line about what one is up to, and how long it is true. */
export default function StatusTextDialog({ open, onOpenChange, me }: StatusTextDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const errorText = useErrorText();
  const update = useUpdateMe();
  const [text, setText] = useState(me.statusText);
  const [end, setEnd] = useState<StatusEnd>('today');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const statusText = text.trim();
    const statusExpiresAt = statusText === '' ? null : statusEnd(end, new Date());
    update.mutate({ statusText, statusExpiresAt }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={t('statusText.title')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            {t('statusText.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save} className="flex flex-col gap-5">
        <FormError>{update.error && errorText(update.error)}</FormError>
        <TextField
          label={t('statusText.label')}
          dir="auto"
          autoComplete="off"
          placeholder={t('statusText.placeholder')}
          maxLength={limits.statusText}
          value={text}
          onValueChange={setText}
        />
        <Select
          label={t('statusText.expires')}
          value={end}
          onValueChange={setEnd}
          options={statusEnds.map((value) => ({ value, label: t(`statusText.${value}`) }))}
        />
      </form>
    </Dialog>
  );
}
