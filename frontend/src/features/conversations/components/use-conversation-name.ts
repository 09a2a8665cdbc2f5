import type { Channel } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { useMe } from '@/features/users';
import { conversationName } from '../names';

export function useConversationName(channel: Channel): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useMe();
  return conversationName(channel, id, format.list) || t('conversations.onlyYou');
}
