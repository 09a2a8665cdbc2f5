import type { QuotedMessage } from '@hearth/contract';
import { useTranslation } from 'react-i18next';
import { plainLine, readableText } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { concealedText } from '../concealed-text';

/** A quote on one line. What is hidden in a text, or from its reader, stays so. */
export function useQuoteText({ author, content, mentions = [], deletedAt, type, hidden }: QuotedMessage, channelId: string): string {
  const { t } = useTranslation();
  const why = useConcealed().get(author.id);
  if (deletedAt !== null) return t('kept.quoteDeleted');
  if (hidden) return t('kept.hidden');
  if (why) return concealedText(t, author, why);
  // A quote holds neither question nor sticker.
  if (content === '') return t(type === 'POLL' ? 'polls.name' : 'stickers.one');
  return plainLine(readableText({ channelId, content, mentions }));
}
