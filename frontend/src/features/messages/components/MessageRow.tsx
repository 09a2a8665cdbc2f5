import type { Message } from '@hearth/contract';
import { memo, Suspense, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n';
import { cn } from '@/lib/cn';
import { ContextMenu, Tooltip } from '@/ui';
import type { DeliveryState } from '@/features/messages';
import { lazyPart } from '@/lib/lazy-part';
import { useBubbles } from './bubbles';
import { useSelected } from '../selection-store';
import { useActions } from './conversation-actions';
import { DeliveryMark } from './DeliveryMark';
import { Markdown } from './markdown/Markdown';
import { useExtras } from './message-extras';
import { openContextMenu } from './open-context-menu';
import { RowFrame, useRowLabel } from './RowFrame';
import { SelectionMark } from './SelectionMark';

// Nobody opens a menu before the first message shows.
const MessageMenuItems = lazyPart(async () => ({ default: (await import('./MessageMenu')).MessageMenuItems }));
const MessageToolbar = lazyPart(async () => ({ default: (await import('./MessageMenu')).MessageToolbar }));
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
  const label = useRowLabel(message.author);
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
        at={message.createdAt}
        label={label(message.createdAt, message.content)}
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
        {Below && <Below message={message} />}
      </RowFrame>
    </ContextMenu>
  );
});

function Content({ message }: { message: Message }) {
  const { Above } = useExtras();
  return (
    <>
      {Above && <Above message={message} />}
      <Markdown text={message.content} />
      {message.editedAt !== null && <Edited at={message.editedAt} />}
    </>
  );
}

function Edited({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Tooltip content={format.exact(at)}>
      <time dateTime={at} className="text-meta text-fg-subtle">
        {t('messages.edited')}
      </time>
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

/** Single keys that act on the focused message, and only while the message itself has the focus. */
function useRowKeys(message: Message, isEditing: boolean) {
  const actions = useActions();
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isEditing || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') openContextMenu(event.currentTarget);
    else if (event.key.toLowerCase() === 'e' && actions.canEdit(message)) actions.startEdit(message);
    else if (event.key === 'Delete' && actions.canDelete(message)) actions.remove(message, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
