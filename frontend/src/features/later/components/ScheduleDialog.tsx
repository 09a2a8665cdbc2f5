import { useTranslation } from '@/i18n';
import { takeDraft } from '../take-draft';
import { useSchedule } from '../mutations';
import { PickTimeDialog } from './PickTimeDialog';

export interface ScheduleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channelId: string;
  content: string;
  replyToId: string | null;
}

/** Sends what is written at a time of one's own choice. */
export default function ScheduleDialog({ open, onOpenChange, channelId, content, replyToId }: ScheduleDialogProps) {
  const { t } = useTranslation();
  const schedule = useSchedule();
  const done = () => {
    takeDraft(channelId, content);
    onOpenChange(false);
  };
  return (
    <PickTimeDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('later.schedule')}
      confirm={t('laterDialogs.schedule')}
      busy={schedule.isPending}
      error={schedule.error}
      onPick={(at) => schedule.mutate({ channelId, content, replyToId, at }, { onSuccess: done })}
    />
  );
}
