import { useTranslation } from '@/i18n';
import { usePutOff } from '../use-put-off';
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
  const { putOff, isPending, error } = usePutOff(channelId);
  // What went wrong stands in the dialog.
  const pick = (at: number) => void putOff({ content, replyToId, at }).then(() => onOpenChange(false), nothing);
  return (
    <PickTimeDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('later.schedule')}
      confirm={t('laterDialogs.schedule')}
      busy={isPending}
      error={error}
      onPick={pick}
    />
  );
}

const nothing = () => undefined;
