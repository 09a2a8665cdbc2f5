import type { Message } from '@hearth/contract';
import { Reply } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import { cssVars } from '@/lib/css-vars';
import { Icon } from '@/ui';
import { useActions } from '../conversation-actions';
import type { Item } from '../items';
import { RowGestures, type Swipe } from './gestures';

export interface TouchActionsProps {
  list: RefObject<HTMLElement | null>;
  items: readonly Item[];
}

/** What fingers do with messages, and the sign beside one that is being drawn aside. */
export default function TouchActions({ list, items }: TouchActionsProps) {
  const actions = useActions();
  const [swipe, setSwipe] = useState<Swipe | null>(null);
  const messageOf = (key: string): Message | null => {
    const item = items.find((one) => one.key === key);
    return item?.kind === 'row' && item.row.kind === 'message' ? item.row.message : null;
  };
  const maySwipe = useEffectEvent((key: string) => {
    const message = messageOf(key);
    return message !== null && actions.canReply(message);
  });
  const reply = useEffectEvent((key: string) => {
    const message = messageOf(key);
    if (message) actions.reply(message);
  });
  const react = useEffectEvent((key: string) => {
    const message = messageOf(key);
    if (message && actions.reactions.mayAdd) actions.react(message);
  });
  useEffect(() => {
    if (!list.current) return;
    const gestures = new RowGestures(list.current, {
      maySwipe: (key) => maySwipe(key),
      onSwiped: (key) => reply(key),
      onDoubleTap: (key) => react(key),
      show: (next) => setSwipe((before) => (before?.row === next?.row && before?.armed === next?.armed ? before : next)),
    });
    return () => gestures.stop();
  }, [list]);
  return swipe && <Sign {...swipe} />;
}

function Sign({ row, armed }: Swipe) {
  const top = row.getBoundingClientRect().top - (row.closest('[data-conversation-list]')?.getBoundingClientRect().top ?? 0);
  return (
    <span
      aria-hidden
      style={cssVars({ '--row-middle': `${top + row.offsetHeight / 2}px` })}
      className={cn(
        'pointer-events-none absolute end-3 top-(--row-middle) grid size-9 -translate-y-1/2 place-items-center rounded-full transition-colors',
        armed ? 'bg-accent text-on-accent' : 'bg-active text-fg-muted',
      )}
    >
      <Icon icon={Reply} mirrored />
    </span>
  );
}
