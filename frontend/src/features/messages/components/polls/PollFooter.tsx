import type { Message, Poll } from '@hearth/contract';
import { Suspense, useState } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';
import { useMinute } from '@/lib/use-minute';
import { Button, Tooltip } from '@/ui';
import { useMe } from '@/features/users';
import { endOf } from '../../polls/votes';
import { useActions } from '../conversation-actions';

const VotersDialog = lazyPart(() => import('./VotersDialog'));
const EndPollDialog = lazyPart(() => import('./EndPollDialog'));

interface PollFooterProps {
  message: Message;
  poll: Poll;
  isOver: boolean;
  tabIndex: number;
}

/** How many voted, until when one can, who they are, and for whoever may: the end of it. */
export function PollFooter({ message, poll, isOver, tabIndex }: PollFooterProps) {
  const { t } = useTranslation();
  const { reactions, canDelete } = useActions();
  const meId = useMe().id;
  const [open, setOpen] = useState<'voters' | 'end' | null>(null);
  const canEnd = !isOver && (message.author.id === meId ? reactions.mayJoin : canDelete(message));
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-fg-subtle">
      <span aria-live="polite">{t('polls.voters', { count: poll.voters })}</span>
      <End poll={poll} isOver={isOver} />
      <span className="-mx-2 flex flex-wrap gap-1 tablet:ms-auto">
        {poll.voters > 0 && (
          <Button size="small" variant="ghost" tabIndex={tabIndex} onClick={() => setOpen('voters')}>
            {t('polls.showVotes')}
          </Button>
        )}
        {canEnd && (
          <Button size="small" variant="ghost" tabIndex={tabIndex} onClick={() => setOpen('end')}>
            {t('polls.end')}
          </Button>
        )}
      </span>
      <Suspense>
        {open === 'voters' && <VotersDialog open message={message} poll={poll} onOpenChange={close} />}
        {open === 'end' && <EndPollDialog open message={message} poll={poll} onOpenChange={close} />}
      </Suspense>
    </div>
  );
}

function End({ poll, isOver }: { poll: Poll; isOver: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  useMinute();
  const at = endOf(poll);
  if (at === null) return null;
  return (
    <Tooltip content={format.exact(at)}>
      <time dateTime={new Date(at).toISOString()}>
        {isOver ? t('polls.ended', { time: format.relative(at) }) : t('polls.ends', { time: format.relative(at) })}
      </time>
    </Tooltip>
  );
}
