import type { Message } from '@hearth/contract';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useRemoveEmbeds } from '@/features/messages';

export default function RemoveEmbedsDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useRemoveEmbeds();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('embeds.removeTitle')}
      description={t('embeds.removeText')}
      confirmLabel={t('embeds.remove')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ messageId: message.id }, { onSuccess: onClose })}
    />
  );
}
