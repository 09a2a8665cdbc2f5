import type { QuotedMessage } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { plainLine, readableText } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { concealedText } from '../concealed-text';

/** A quote on one line. What is hidden in a text, or from its reader, stays so. */
export function useQuoteText({ author, mentions = [], deletedAt, hidden, ...said }: QuotedMessage, channelId: string): string {
  const { t } = useTranslation();
  const why = useConcealed().get(author.id);
  if (deletedAt !== null) return t('kept.quoteDeleted');
  if (hidden) return t('kept.hidden');
  if (why) return concealedText(t, author, why);
  return plainLine(readableText({ ...said, channelId, mentions }));
}
