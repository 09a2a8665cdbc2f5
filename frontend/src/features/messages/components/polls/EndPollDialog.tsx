import type { Message, Poll } from '@hearth/contract';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useEndPoll } from '../../polls/client';

export interface EndPollDialogProps {
  message: Message;
  poll: Poll;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function EndPollDialog({ message, poll, open, onOpenChange }: EndPollDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const end = useEndPoll();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('polls.endTitle')}
      description={t('polls.endText', { question: poll.question })}
      confirmLabel={t('polls.end')}
      busy={end.isPending}
      error={end.error ? errorText(end.error) : undefined}
      onConfirm={() => end.mutate({ messageId: message.id }, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
