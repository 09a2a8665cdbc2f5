import type { Message, SearchHit, TextRange } from '@hearth/contract';
import { readableText } from '@/features/messages';
import { concealedText } from '@/features/messages/components';
import { hasThumbs, Thumbs } from '@/features/messages/components/attachments';
import { WrittenText } from '@/features/written';
import { useConcealed } from '@/features/relationships';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Avatar } from '@/ui';
import { foundText } from '../found-text';

const NONE: readonly TextRange[] = [];

/** One message that was found, between those around it. Leads to where it stands. */
export function HitCard({ hit, onGo }: { hit: SearchHit; onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message, before, after, highlights } = hit;
  const { author, createdAt, poll } = message;
  const isConcealed = useConcealed().has(author.id);
  return (
    <article className="relative flex flex-col gap-1 rounded-card border border-line bg-sidebar px-3 py-2.5 transition-colors duration-fast hover:bg-hover">
      {before && <Beside message={before} />}
      <span className="flex w-full gap-3">
        <Avatar id={author.id} name={nameOf(author)} picture={author.avatar} size={32} className="mt-0.5" />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            {/* All of the card is the button. */}
            <button
              type="button"
              data-hit
              aria-label={t('search.jumpTo', {
                name: nameOf(author),
                when: format.stamp(createdAt),
                text: readableText(message).slice(0, 200),
              })}
              onClick={onGo}
              className="card-button truncate text-ui font-semibold"
            >
              <bdi>{nameOf(author)}</bdi>
            </button>
            <time dateTime={createdAt} title={format.exact(createdAt)} className="shrink-0 text-meta text-fg-subtle">
              {format.stamp(createdAt)}
            </time>
          </span>
          <Text
            message={message}
            highlights={highlights}
            isSeen={hasThumbs(message)}
            className="line-clamp-6 text-body wrap-anywhere whitespace-pre-wrap"
          />
          {poll && (
            <span dir="auto" className="truncate text-body text-match-parent">
              {poll.question}
            </span>
          )}
          {!isConcealed && <Thumbs message={message} />}
        </span>
      </span>
      {after && <Beside message={after} />}
    </article>
  );
}

/** On one line, and quieter. */
function Beside({ message }: { message: Message }) {
  return (
    <span className="flex w-full min-w-0 items-baseline gap-1.5 ps-11 text-meta text-fg-subtle">
      <bdi className="max-w-32 shrink-0 truncate font-medium">{nameOf(message.author)}</bdi>
      <Text message={message} highlights={NONE} className="min-w-0 flex-1 truncate" />
    </span>
  );
}

interface TextProps {
  message: Message;
  highlights: readonly TextRange[];
  /** Its files stand below. */
  isSeen?: boolean;
  className: string;
}

/** Nothing of those whom the reader does not want to read. */
function Text({ message, highlights, isSeen = false, className }: TextProps) {
  const { t } = useTranslation();
  const why = useConcealed().get(message.author.id);
  const isSilent = message.content === '' && !isSeen;
  const plain = why ? concealedText(t, message.author, why) : isSilent && readableText({ ...message, poll: undefined });
  return (
    <span dir="auto" className={cn('text-match-parent', className)}>
      {plain || (
        <WrittenText {...message} {...foundText({ content: message.content, highlights })} markClassName="bg-warning-subtle text-fg" />
      )}
    </span>
  );
}
