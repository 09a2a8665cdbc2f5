import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { usePublishMessage } from '@/features/announcements';

export interface PublishDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  messageId: string;
}

/** What others have cannot be called back. */
export default function PublishDialog({ open, onOpenChange, messageId }: PublishDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const publish = usePublishMessage();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      tone="primary"
      title={t('announcements.publishTitle')}
      description={t('announcements.publishText')}
      confirmLabel={t('announcements.publish')}
      busy={publish.isPending}
      error={publish.error ? errorText(publish.error) : undefined}
      onConfirm={() => publish.mutate({ messageId }, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
