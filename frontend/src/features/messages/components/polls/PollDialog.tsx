import { limits } from '@hearth/contract';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { Button, Checkbox, Dialog, DialogClose, Select, TextField } from '@/ui';
import { useAskPoll } from '../../mutations';
import { closePollDialog, HOURS, inputOf, usePollDialog, withAnswer, type PollDraft } from '../../polls/draft';
import { AnswerField } from './AnswerField';

const FORM = 'make-poll';

/** Where a poll is made. */
export default function PollDialog({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => usePollDialog.getState().draft);
  const ask = useAskPoll(channelId);
  const [now, setNow] = useState(Date.now);
  const canSend = inputOf(draft, now) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = inputOf(draft, Date.now());
    if (!input) return;
    ask(input);
    closePollDialog();
  };
  const change = (part: Partial<PollDraft>) => {
    setNow(Date.now());
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && closePollDialog()}
      title={t('polls.make')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={FORM} variant="primary" disabled={!canSend} focusableWhenDisabled>
            {t('polls.ask')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} className="flex flex-col gap-5">
        <TextField
          label={t('polls.question')}
          placeholder={t('polls.questionHint')}
          maxLength={limits.poll.question}
          autoComplete="off"
          value={draft.question}
          onValueChange={(question) => change({ question })}
        />
        <Answers draft={draft} onChange={change} />
        <Duration draft={draft} onChange={change} />
        <Checkbox label={t('polls.allowSeveral')} checked={draft.multiple} onCheckedChange={(multiple) => change({ multiple })} />
      </form>
    </Dialog>
  );
}

interface PartProps {
  draft: PollDraft;
  onChange: (part: Partial<PollDraft>) => void;
}

function Answers({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const { answers } = draft;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-ui font-medium">{t('polls.answers')}</legend>
      {answers.map((answer, index) => (
        <AnswerField
          key={answer.key}
          number={index + 1}
          answer={answer}
          onChange={(part) => onChange({ answers: answers.with(index, { ...answer, ...part }) })}
          onRemove={
            answers.length > limits.poll.answers.min
              ? () => onChange({ answers: answers.filter(({ key }) => key !== answer.key) })
              : undefined
          }
        />
      ))}
      {answers.length < limits.poll.answers.max && (
        <Button size="small" variant="ghost" icon={Plus} className="self-start" onClick={() => onChange(withAnswer(draft))}>
          {t('polls.addAnswer')}
        </Button>
      )}
    </fieldset>
  );
}

function Duration({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = [
    ...HOURS.map((hours) => ({ value: String(hours), label: format.duration(hours * 3_600) })),
    { value: 'until', label: t('polls.until') },
    { value: 'open', label: t('polls.open') },
  ];
  const choose = (value: string) =>
    onChange({
      forHours: value === 'until' ? 'until' : value === 'open' ? null : (HOURS.find((hours) => String(hours) === value) ?? null),
    });
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      <Select label={t('polls.duration')} options={options} value={String(draft.forHours ?? 'open')} onValueChange={choose} />
      {draft.forHours === 'until' && (
        <TextField type="datetime-local" label={t('polls.endsAt')} value={draft.until} onValueChange={(until) => onChange({ until })} />
      )}
    </div>
  );
}
