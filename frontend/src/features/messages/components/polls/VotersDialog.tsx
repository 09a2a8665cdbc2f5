import type { Message, Poll } from '@hearth/contract';
import { Vote } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { DataList, Dialog, EmptyState, Tabs } from '@/ui';
import { useVoters } from '../../polls/client';
import { PersonRow } from '../PersonRow';

export interface VotersDialogProps {
  message: Message;
  poll: Poll;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who voted, one list for each answer. */
export default function VotersDialog({ message, poll, open, onOpenChange }: VotersDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [answer, setAnswer] = useState(String(poll.answers.find(({ votes }) => votes > 0)?.id ?? 1));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('polls.votes')} description={<bdi>{poll.question}</bdi>} size="small">
      <Tabs
        label={t('polls.votes')}
        value={answer}
        onValueChange={setAnswer}
        items={poll.answers.map(({ id, text, emoji, votes }) => ({
          value: String(id),
          label: `${emoji ?? ''} ${text} · ${format.number(votes)}`.trim(),
          panel: <Voters message={message} answer={id} text={text} />,
        }))}
      />
    </Dialog>
  );
}

function Voters({ message, answer, text }: { message: Message; answer: number; text: string }) {
  const { t } = useTranslation();
  const list = useVoters(message.id, answer, message.version);
  return (
    <DataList
      label={t('polls.votersOf', { text })}
      list={list}
      keyOf={({ id }) => id}
      errorTitle={t('polls.votersFailed')}
      empty={<EmptyState icon={Vote} title={t('polls.nobody')} />}
      className="min-h-40"
    >
      {(user) => <PersonRow user={user} />}
    </DataList>
  );
}
