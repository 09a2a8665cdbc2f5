import type { Message } from '@hearth/contract';
import type { ReactNode } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { Avatar, NameText, NativeButton } from '@/ui';
import { readableText } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { hasThumbs, Thumbs } from './attachments/Thumbs';
import { concealedText } from './concealed-text';
import { MessageText } from './MessageText';
import { StickerBox } from './StickerBox';
import { useAuthor } from './use-author';

export interface MessageCardProps {
  message: Message;
  /** Where it stands, if that is not plain. */
  place?: ReactNode;
  /** At its upper end. */
  actions?: ReactNode;
  onGo: () => void;
}

/** A message away from its conversation, that leads there. */
export function MessageCard({ message, place, actions, onGo }: MessageCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { author, createdAt } = message;
  const shown = useAuthor(author);
  const why = useConcealed().get(author.id);
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-canvas p-3 hover:bg-hover">
      <Avatar id={author.id} name={shown.name} picture={author.avatar} size={32} />
      <div className="min-w-0 flex-1">
        {place && <p className="truncate text-meta text-fg-subtle">{place}</p>}
        <p className="flex items-baseline gap-2">
          {/* All of the card is the button. */}
          <NativeButton
            aria-label={t('keptMore.jumpToMessage', { name: shown.name })}
            onClick={onGo}
            className="card-button truncate text-ui font-semibold"
          >
            <NameText {...shown} />
          </NativeButton>
          <time dateTime={createdAt} title={format.exact(createdAt)} className="shrink-0 text-meta text-fg-subtle">
            {format.stamp(createdAt)}
          </time>
        </p>
        <div className="excerpt">
          {why ? (
            concealedText(t, author, why)
          ) : (
            <>
              <Said message={message} />
              {message.sticker && <StickerBox sticker={message.sticker} />}
              <Thumbs message={message} />
            </>
          )}
        </div>
      </div>
      {actions && <div className="relative flex h-fit shrink-0">{actions}</div>}
    </article>
  );
}

/** What has no text of its own, and is not seen, is named. */
function Said({ message }: { message: Message }) {
  if (message.content !== '') return <MessageText message={message} />;
  return message.sticker || hasThumbs(message) ? null : <p dir="auto">{readableText(message)}</p>;
}
