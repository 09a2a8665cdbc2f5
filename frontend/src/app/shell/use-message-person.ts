import { useLocation } from 'wouter';
import { useOpenConversation } from '@/features/conversations';
import { useErrorToast, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';

/** Leads to the conversation with somebody, which begins if there is none. */
export function useMessagePerson(): (userId: string) => void {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [, navigate] = useLocation();
  const { mutateAsync: open } = useOpenConversation();
  return (userId) =>
    void open({ userId }).then(
      ({ channel }) => navigate(paths.channel(null, channel.id)),
      (error: unknown) => toast(t('conversations.notOpened'), error),
    );
}
