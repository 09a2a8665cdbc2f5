import { limits } from '@hearth/contract';
import { Smile, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from '@/i18n';
import { EmojiPicker } from '@/features/emoji/components';
import { IconButton, NativeButton, Popover, TextField, Tooltip } from '@/ui';
import type { DraftAnswer } from '../../polls/draft';

export interface AnswerFieldProps {
  number: number;
  answer: DraftAnswer;
  onChange: (part: Partial<DraftAnswer>) => void;
  /** Left out where there must be so many. */
  onRemove: (() => void) | undefined;
}

/** One answer, with an emoji before it if wanted. */
export function AnswerField({ number, answer, onChange, onRemove }: AnswerFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="flex items-center gap-1">
      <AnswerEmoji number={number} emoji={answer.emoji} onChange={(emoji) => onChange({ emoji })} />
      <TextField
        label={t('polls.answerNumber', { number })}
        hideLabel
        placeholder={t('polls.answerNumber', { number })}
        maxLength={limits.poll.answer}
        autoComplete="off"
        value={answer.text}
        onValueChange={(text) => onChange({ text })}
        className="min-w-0 flex-1"
      />
      {onRemove && <IconButton icon={X} label={t('polls.removeAnswer', { number })} onClick={onRemove} />}
    </div>
  );
}

interface AnswerEmojiProps {
  number: number;
  emoji: string | undefined;
  onChange: (emoji: string | undefined) => void;
}

function AnswerEmoji({ number, emoji, onChange }: AnswerEmojiProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (emoji) {
    const label = t('polls.removeEmoji', { emoji });
    return (
      <Tooltip content={label}>
        <NativeButton
          aria-label={label}
          onClick={() => onChange(undefined)}
          className="grid size-9 shrink-0 place-items-center rounded-card text-title hover:bg-hover pointer-coarse:size-11"
        >
          {emoji}
        </NativeButton>
      </Tooltip>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={Smile} label={t('polls.answerEmoji', { number })} />}
      title={t('emoji.list')}
      hideTitle
      align="start"
      className="p-3"
    >
      <Suspense>
        <EmojiPicker
          onPick={(char) => {
            onChange(char);
            setOpen(false);
          }}
        />
      </Suspense>
    </Popover>
  );
}
