import { limits, type Message } from '@hearth/contract';
import { SmilePlus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n';
import { IconButton } from '@/ui';
import { withWanted, type Wanted } from '../../reactions/wanted';
import { useActions } from '../conversation-actions';
import { ReactionChip } from './ReactionChip';

/** What people reacted with, in the order of the first use, and a way to add to it. */
export default function ReactionBar({ message, wanted, isActive }: { message: Message; wanted: Wanted; isActive: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  const add = useRef<HTMLButtonElement>(null);
  const reactions = withWanted(message.reactions, wanted);
  if (reactions.length === 0) return null;
  // Tab leads from the row that has the focus to its own.
  const tabIndex = isActive ? 0 : -1;
  return (
    <div role="group" aria-label={t('reactions.title')} className="flex flex-wrap gap-1 pt-1 pb-0.5">
      {reactions.map((reaction) => (
        <ReactionChip key={reaction.emoji} message={message} reaction={reaction} tabIndex={tabIndex} />
      ))}
      {actions.reactions.mayAdd && reactions.length < limits.reactionKinds && (
        <IconButton
          ref={add}
          icon={SmilePlus}
          size="small"
          label={t('reactions.add')}
          tabIndex={tabIndex}
          onClick={() => add.current && actions.reactions.pick(message, add.current)}
          className="text-fg-subtle pointer-fine:opacity-0 pointer-fine:group-focus-within/row:opacity-100 pointer-fine:group-hover/row:opacity-100"
        />
      )}
    </div>
  );
}
