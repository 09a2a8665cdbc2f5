import type { Channel } from '@hearth/contract';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { call } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, Dialog, DialogClose, FormError, TextField } from '@/ui';

interface JumpToDateDialogProps {
  channel: Channel;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A day as the browser's own field has it, which is the local one. */
const today = (): string => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const midnight = (day: string): string => new Date(`${day}T00:00`).toISOString();

/** To the first message of a day. */
export default function JumpToDateDialog({ channel, open, onOpenChange }: JumpToDateDialogProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const errorText = useErrorText();
  const formId = useId();
  const [day, setDay] = useState(today);
  const jump = useMutation({
    mutationFn: () => call('findByTime', { params: { channelId: channel.id }, query: { at: midnight(day) } }),
    onSuccess: ({ seq }) => {
      if (seq === null) return;
      onOpenChange(false);
      navigate(paths.message(channel.serverId, channel.id, seq));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== '' && !jump.isPending) jump.mutate();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={t('search.jumpToDate')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary" disabled={day === ''} loading={jump.isPending}>
            {t('search.jump')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{jump.error && errorText(jump.error)}</FormError>
        <TextField type="date" label={t('search.day')} max={today()} min="2010-01-01" value={day} onValueChange={setDay} />
        <p role="status" className="text-ui text-fg-muted empty:hidden">
          {jump.data?.seq === null && t('search.noMessages')}
        </p>
      </form>
    </Dialog>
  );
}
