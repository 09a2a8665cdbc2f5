import { limits, type Message } from '@hearth/contract';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from '@/i18n';
import { isComposing } from '@/lib/keys';
import { AutoGrowTextarea, Button } from '@/ui';
import { CharacterCount, remainingCharacters } from './CharacterCount';
import { useActions } from './conversation-actions';
import { useByThumb } from './use-by-thumb';

/** An own message, open for change where it stands. */
export function MessageEditor({ message }: { message: Message }) {
  const { t } = useTranslation();
  const actions = useActions();
  const byThumb = useByThumb();
  const [text, setText] = useState(() => actions.textToEdit(message));
  const save = () => {
    if (remainingCharacters(text) >= 0) actions.saveEdit(message, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') actions.stopEdit();
    else if (event.key === 'Enter' && !event.shiftKey && !byThumb) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-2 py-1">
      <div className="relative">
        <AutoGrowTextarea
          autoFocus
          dir="auto"
          aria-label={t('messages.editing')}
          minRows={1}
          maxRows={12}
          maxLength={limits.content * 2}
          value={text}
          onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="w-full rounded-card border border-line-strong bg-raised px-3 py-2 text-body"
        />
        <CharacterCount text={text} className="absolute end-3 bottom-3" />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="primary" onClick={save}>
          {t('form.save')}
        </Button>
        <Button size="small" variant="ghost" onClick={actions.stopEdit}>
          {t('common.cancel')}
        </Button>
        <span className="text-meta text-fg-subtle pointer-coarse:hidden">{t('messages.editKeys')}</span>
      </div>
    </div>
  );
}
