import type { Poll } from '@hearth/contract';
import { Check, Trophy } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, NativeButton } from '@/ui';
import { shareOf } from '../../polls/votes';

export interface PollAnswerProps {
  poll: Poll;
  answer: Poll['answers'][number];
  canVote: boolean;
  isWinner: boolean;
  tabIndex: number;
  onChoose: () => void;
}

/** One answer over a bar as long as its share. */
export function PollAnswer({ poll, answer, canVote, isWinner, tabIndex, onChoose }: PollAnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isMine = poll.mine.includes(answer.id);
  const share = shareOf(poll, answer.votes);
  const percent = format.percent(share / 100);
  return (
    <NativeButton
      data-answer
      role={poll.multiple ? 'checkbox' : 'radio'}
      aria-checked={isMine}
      aria-label={[t('polls.answer', { text: answer.text, percent }), ...(isWinner ? [t('polls.winner')] : [])].join(', ')}
      disabled={!canVote}
      focusableWhenDisabled
      tabIndex={tabIndex}
      onClick={onChoose}
      className={cn(
        'relative flex min-h-10 w-full items-center gap-2.5 overflow-hidden rounded-card border px-3 py-2 text-start transition-colors pointer-coarse:min-h-touch',
        isMine ? 'border-accent' : 'border-line',
        'not-data-disabled:hover:border-line-strong',
      )}
    >
      <span
        aria-hidden
        style={{ inlineSize: `${share}%` }}
        className={cn(
          'absolute inset-y-0 inset-s-0 transition-[inline-size] duration-pane ease-out motion-reduce:transition-none',
          isMine || isWinner ? 'bg-accent-subtle' : 'bg-active',
        )}
      />
      <Mark isMine={isMine} multiple={poll.multiple} />
      {answer.emoji && (
        <span aria-hidden className="relative text-heading leading-none">
          {answer.emoji}
        </span>
      )}
      <span className={cn('relative min-w-0 flex-1 text-ui wrap-anywhere', (isMine || isWinner) && 'font-semibold')}>
        <bdi>{answer.text}</bdi>
      </span>
      {isWinner && <Icon icon={Trophy} className="relative text-accent-text" />}
      <span aria-hidden className="relative shrink-0 text-ui text-fg-muted tabular-nums">
        {percent}
      </span>
    </NativeButton>
  );
}

const Mark = ({ isMine, multiple }: { isMine: boolean; multiple: boolean }) => (
  <span
    aria-hidden
    className={cn(
      'relative grid size-4.5 shrink-0 place-items-center border',
      multiple ? 'rounded-chip' : 'rounded-full',
      isMine ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised',
    )}
  >
    {isMine && <Icon icon={Check} size="small" className="stroke-[2.5]" />}
  </span>
);
