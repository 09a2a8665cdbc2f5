import type { Message, Poll } from '@hearth/contract';
import { useCallback } from 'react';
import { useErrorToast, useTranslation } from '@/i18n';
import { useIsPast } from '@/lib/use-seconds-left';
import { useWantedVotes, voteFor } from '../../polls/client';
import { endOf, toggled, winnersOf, withVotes } from '../../polls/votes';
import { useActions } from '../conversation-actions';
import { PollAnswer } from './PollAnswer';
import { PollFooter } from './PollFooter';

export interface PollCardProps {
  message: Message;
  poll: Poll;
  /** Whether Tab leads from the row to it. */
  isActive: boolean;
}

/** A question with its answers, how many chose each, and a way to choose. */
export default function PollCard({ message, poll: held, isActive }: PollCardProps) {
  const { t } = useTranslation();
  const { reactions } = useActions();
  const wanted = useWantedVotes((votes) => votes[message.id]);
  const poll = withVotes(held, wanted);
  const isPast = useIsPast(endOf(held));
  const isOver = held.closedAt !== null || isPast;
  const choose = useChoose(message, poll);
  const winners = isOver ? winnersOf(poll) : [];
  const canVote = !isOver && reactions.mayJoin;
  return (
    <section
      aria-label={t('polls.poll', { question: poll.question })}
      className="mt-1 flex w-full max-w-100 flex-col gap-2 rounded-card border border-line bg-raised p-3"
    >
      <div>
        <p dir="auto" className="text-body font-semibold wrap-anywhere">
          {poll.question}
        </p>
        <p className="text-meta text-fg-subtle">{t(isOver ? 'polls.final' : poll.multiple ? 'polls.several' : 'polls.one')}</p>
      </div>
      <div
        role={poll.multiple ? 'group' : 'radiogroup'}
        aria-label={poll.question}
        className="flex flex-col gap-1.5"
        onKeyDown={(event) => {
          if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
        }}
      >
        {poll.answers.map((answer) => (
          <PollAnswer
            key={answer.id}
            {...{ poll, answer, canVote }}
            tabIndex={isActive ? 0 : -1}
            isWinner={winners.includes(answer.id)}
            onChoose={() => choose(answer.id)}
          />
        ))}
      </div>
      <PollFooter message={message} poll={poll} isOver={isOver} tabIndex={isActive ? 0 : -1} />
    </section>
  );
}

function useChoose(message: Message, poll: Poll): (answer: number) => void {
  const { t } = useTranslation();
  const toast = useErrorToast();
  return useCallback(
    (answer) => void voteFor(message.id, toggled(poll, answer)).catch((error: unknown) => toast(t('polls.notVoted'), error)),
    [message.id, poll, toast, t],
  );
}

/** Arrow keys move between the answers and choose none: a vote is seen by all. */
function moveFocus(group: HTMLElement, key: string): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return false;
  const answers = [...group.querySelectorAll<HTMLElement>('[data-answer]')];
  const at = answers.findIndex((answer) => answer === document.activeElement);
  if (at < 0) return false;
  answers[Math.min(Math.max(at + step, 0), answers.length - 1)]?.focus();
  return true;
}
