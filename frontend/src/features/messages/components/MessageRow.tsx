import type { Message } from '@hearth/contract';
import { memo, Suspense, useState, type KeyboardEvent } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { ContextMenu, NativeButton, Tooltip } from '@/ui';
import { mentionsMe, readableText, type DeliveryState } from '@/features/messages';
import { lazyPart } from '@/lib/lazy-part';
import { Attachments } from './attachments/Attachments';
import { useBubbles } from './bubbles';
import { useSelected } from '../selection-store';
import { useActions } from './conversation-actions';
import { Embeds } from './embeds/Embeds';
import { DeliveryMark } from './DeliveryMark';
import { MessageText } from './MessageText';
import { useExtras } from './message-extras';
import { isPointed } from './focused-row';
import { rowKeyOf } from './keys';
import { Quote } from './keeping/Quote';
import { MessagePoll } from './polls/MessagePoll';
import { Reactions } from './reactions/Reactions';
import { RowFrame, useRowLabel } from './RowFrame';
import { useAuthor } from './use-author';
import { SelectionMark } from './SelectionMark';
import { StickerBox } from './StickerBox';

// Nobody opens a menu before the first message shows.
const MessageMenuItems = lazyPart(async () => ({ default: (await import('./MessageMenu')).MessageMenuItems }));
const MessageToolbar = lazyPart(async () => ({ default: (await import('./MessageMenu')).MessageToolbar }));
const RowMarks = lazyPart(() => import('./keeping/RowMarks'));
const ForwardLine = lazyPart(() => import('./keeping/ForwardLine'));
const MessageEditor = lazyPart(async () => ({ default: (await import('./MessageEditor')).MessageEditor }));

export interface MessageRowProps {
  rowKey: string;
  message: Message;
  startsGroup: boolean;
  endsGroup: boolean;
  isActive: boolean;
  isHighlighted: boolean;
  isEditing: boolean;
  /** Of an own message; null for those of others. */
  delivery: DeliveryState | null;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { rowKey, message, startsGroup, endsGroup, isActive, isHighlighted, isEditing, delivery } = props;
  const shown = useAuthor(message.author);
  const label = useRowLabel();
  const bubbles = useBubbles() !== null;
  const selected = useSelected(message.channelId, message.id);
  const [hovered, setHovered] = useState(false);
  const onKeyDown = useRowKeys(message, isEditing);
  const { Below } = useExtras();
  return (
    <ContextMenu items={<MessageMenuItems rowKey={rowKey} message={message} />}>
      <RowFrame
        {...{ rowKey, startsGroup, isActive, isHighlighted, onKeyDown }}
        author={message.author}
        shown={shown}
        at={message.createdAt}
        quote={message.replyTo && <Quote quote={message.replyTo} channelId={message.channelId} from={message.seq} />}
        label={label(shown.name, message.createdAt, readableText(message))}
        callsReader={mentionsMe(message)}
        kept={
          selected === null &&
          (message.starred || message.pinnedAt !== null) && (
            <Suspense>
              <RowMarks message={message} />
            </Suspense>
          )
        }
        mark={
          selected === null ? (
            delivery && <Ticks delivery={delivery} always={endsGroup || bubbles} />
          ) : (
            <SelectionMark messageId={message.id} selected={selected} />
          )
        }
        toolbar={
          hovered &&
          !isEditing &&
          selected === null && (
            <Suspense>
              <MessageToolbar message={message} />
            </Suspense>
          )
        }
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
      >
        {isEditing ? (
          <Suspense fallback={<Content message={message} />}>
            <MessageEditor message={message} />
          </Suspense>
        ) : (
          <Content message={message} />
        )}
        <Attachments message={message} isActive={isActive} />
        <MessagePoll message={message} isActive={isActive} />
        <Embeds message={message} isActive={isActive} />
        <Reactions message={message} isActive={isActive} />
        {Below && <Below message={message} />}
      </RowFrame>
    </ContextMenu>
  );
});

function Content({ message }: { message: Message }) {
  const { Above } = useExtras();
  return (
    <>
      {message.forward && <Forwarded message={message} />}
      {Above && <Above message={message} />}
      {message.content !== '' && <MessageText message={message} />}
      {message.sticker && <StickerBox sticker={message.sticker} />}
      {message.editedAt !== null && <Edited message={message} at={message.editedAt} />}
    </>
  );
}

const Forwarded = ({ message }: { message: Message }) => (
  <Suspense fallback={<span className="block h-5" />}>
    <ForwardLine message={message} />
  </Suspense>
);

function Edited({ message, at }: { message: Message; at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { canSeeHistory, showHistory } = useActions();
  const time = <time dateTime={at}>{t('messages.edited')}</time>;
  return (
    <Tooltip content={format.exact(at)}>
      {canSeeHistory(message) ? (
        <NativeButton tabIndex={-1} className="text-meta text-fg-subtle hover:underline" onClick={() => showHistory(message)}>
          {time}
        </NativeButton>
      ) : (
        <span className="text-meta text-fg-subtle">{time}</span>
      )}
    </Tooltip>
  );
}

/** Under the last message of a group always, on the others for those who look. */
function Ticks({ delivery, always }: { delivery: DeliveryState; always: boolean }) {
  return (
    <DeliveryMark
      state={delivery}
      className={cn(!always && 'opacity-0 transition-opacity group-hover/row:opacity-100 group-focus-visible/row:opacity-100')}
    />
  );
}

function useRowKeys(message: Message, isEditing: boolean) {
  const actions = useActions();
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isEditing || event.target !== event.currentTarget) return;
    const found = rowKeyOf(event.nativeEvent, actions, message);
    // A letter after a click begins a message.
    if (!found || (event.key.length === 1 && isPointed(event.currentTarget))) return;
    event.preventDefault();
    event.stopPropagation();
    found.act(actions, message, event.currentTarget);
  };
}
