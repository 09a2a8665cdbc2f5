import { useFormat, useTranslation } from '@/i18n';
import { useToast } from '@/ui';
import { useRemind } from '../mutations';
import { PickTimeDialog } from './PickTimeDialog';

export interface RemindDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  messageId: string;
}

/** Tells of a message again at a time of one's own choice. */
export default function RemindDialog({ open, onOpenChange, messageId }: RemindDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const remind = useRemind();
  const done = (at: number) => {
    onOpenChange(false);
    toast.show({ title: t('later.willRemind', { when: format.upcoming(at) }), tone: 'success' });
  };
  return (
    <PickTimeDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('later.remind')}
      confirm={t('later.remind')}
      busy={remind.isPending}
      error={remind.error}
      onPick={(at) => remind.mutate({ messageId, at }, { onSuccess: () => done(at) })}
    />
  );
}
