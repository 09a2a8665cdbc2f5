import type { QuotedMessage } from '@hearth/contract';
import { CornerUpRight } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Avatar, Icon, NameText, NativeButton } from '@/ui';
import { cn } from '@/lib/cn';
import { useJumpTo } from '../jump-context';
import { useAuthor } from '../use-author';
import { useQuoteText } from './use-quote-text';

export interface QuoteLineProps {
  quote: QuotedMessage;
  channelId: string;
  /** The message that answers: where the way back leads. Null for one that has no place yet. */
  from: number | null;
  /** Inside a bubble it is a box of its own. */
  boxed?: boolean;
}

/** Above an answer: what it answers, on one line that leads there. */
export default function QuoteLine({ quote, channelId, from, boxed = false }: QuoteLineProps) {
  const { t } = useTranslation();
  const jumpTo = useJumpTo();
  const shown = useAuthor(quote.author);
  const text = useQuoteText(quote, channelId);
  const isGone = quote.deletedAt !== null;
  return (
    <NativeButton
      tabIndex={-1}
      disabled={isGone}
      aria-label={t('kept.jumpToQuote', { name: shown.name, text })}
      onClick={() => jumpTo(quote.seq, from)}
      className={cn(
        'flex max-w-full min-w-0 items-center gap-1.5 rounded-chip text-start text-ui/5 text-fg-subtle enabled:hover:text-fg',
        boxed && 'my-1 w-full border-s-2 border-accent bg-hover px-2 py-1',
      )}
    >
      {!boxed && <Icon icon={CornerUpRight} size="small" mirrored className="shrink-0" />}
      {!isGone && (
        <>
          <Avatar id={quote.author.id} name={shown.name} picture={quote.author.avatar} size={16} />
          <NameText {...shown} className="max-w-40 shrink-0 truncate font-medium" />{' '}
        </>
      )}
      <span dir="auto" className={cn('truncate', isGone && 'italic')}>
        {text}
      </span>
    </NativeButton>
  );
}
