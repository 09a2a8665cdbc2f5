import type { Message, Reaction } from '@hearth/contract';
import { useEffect, useState } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { NativeButton, Tooltip, useLongPress } from '@/ui';
import { reactionName } from '@/features/emoji';
import { useSomeWhoReacted } from '../../reactions/queries';
import { useActions } from '../conversation-actions';
import { ReactionEmoji } from './ReactionEmoji';

/** Names in a tooltip beside "and 3 others". */
const NAMED = 3;

interface WhoReactedProps {
  message: Message;
  reaction: Reaction;
  onHint: (hint: string | null) => void;
}

/** One kind of reaction: its count, whether it is an own one, and who else. */
export function ReactionChip({ message, reaction, tabIndex }: { message: Message; reaction: Reaction; tabIndex: number }) {
  const { emoji, count, me } = reaction;
  const { t } = useTranslation();
  const format = useFormat();
  const { react, reactions } = useActions();
  const [isAsked, setAsked] = useState(false);
  const [hint, setHint] = useState<string | null>(null);
  const label = t('reactions.chip', { emoji: reactionName(emoji), count });
  const longPress = useLongPress(() => reactions.showWho(message, emoji));
  return (
    <Tooltip content={hint ?? label}>
      <NativeButton
        {...longPress}
        // The row's own long press is for the message.
        onTouchStart={(event) => {
          event.stopPropagation();
          longPress.onTouchStart(event);
        }}
        aria-pressed={me}
        aria-label={label}
        disabled={!reactions.mayJoin}
        focusableWhenDisabled
        tabIndex={tabIndex}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
          reactions.showWho(message, emoji);
        }}
        onPointerEnter={() => setAsked(true)}
        onPointerLeave={() => setAsked(false)}
        onFocus={() => setAsked(true)}
        onBlur={() => setAsked(false)}
        onClick={() => react(message, emoji)}
        className={cn(
          'flex h-7 items-center gap-1.5 rounded-full border px-2 text-ui tabular-nums transition-colors duration-fast select-none',
          'pointer-coarse:h-9 pointer-coarse:px-3',
          me
            ? 'border-accent bg-accent-subtle font-semibold text-accent-text'
            : 'border-line bg-hover text-fg-muted not-data-disabled:hover:bg-active',
        )}
      >
        <span aria-hidden className="text-heading leading-none">
          <ReactionEmoji emoji={emoji} />
        </span>
        <span key={count} aria-hidden className="motion-safe:animate-pop">
          {format.number(count)}
        </span>
        {isAsked && <WhoReacted {...{ message, reaction }} onHint={setHint} />}
      </NativeButton>
    </Tooltip>
  );
}

/** Tells "Ada, Grace and 3 others", as far as it is known, while somebody looks. */
function WhoReacted({ message, reaction: { emoji: kind, count }, onHint }: WhoReactedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useSomeWhoReacted(message, kind).slice(0, NAMED).map(nameOf);
  const others = count - names.length;
  const all = others > 0 ? [...names, t('reactions.others', { count: others })] : names;
  const hint = names.length === 0 ? null : t('reactions.who', { names: format.list(all), emoji: reactionName(kind) });
  useEffect(() => {
    onHint(hint);
    return () => onHint(null);
  }, [hint, onHint]);
  return null;
}
