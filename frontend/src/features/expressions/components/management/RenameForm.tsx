import type { Expression } from '@hearth/contract';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { IconButton, TextField } from '@/ui';
import { useRenameExpression } from '../../mutations';
import { ExpressionPicture } from './ExpressionPicture';
import { useUploadWords } from './use-upload-words';

export interface RenameFormProps {
  expression: Expression;
  names: readonly string[];
  onDone: () => void;
}

/** In the place of the row. Enter keeps the new name, Escape the old one. */
export function RenameForm({ expression, names, onDone }: RenameFormProps) {
  const { t } = useTranslation();
  const words = useUploadWords(expression.type);
  const rename = useRenameExpression(expression);
  const [name, setName] = useState(expression.name);
  const fault = words.nameFault(
    name,
    names.filter((other) => other !== expression.name),
  );
  const save = () => {
    if (fault !== undefined || rename.isPending) return;
    if (name.trim() === expression.name) onDone();
    else rename.mutate(name.trim(), { onSuccess: onDone });
  };
  return (
    <form
      className="group/row flex items-start gap-3 py-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <ExpressionPicture expression={expression} />
      <TextField
        label={t('expressions.newName')}
        hideLabel
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={expression.type === 'STICKER'}
        dir={expression.type === 'EMOJI' ? 'ltr' : autoDir(name)}
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onValueChange={(next) => {
          setName(next);
          rename.reset();
        }}
        hint={words.nameHint}
        error={fault ?? (rename.error ? words.faultText(rename.error) : undefined)}
        className="min-w-0 flex-1"
      />
      <div className="flex h-9 items-center gap-1">
        <IconButton type="submit" icon={Check} size="small" label={t('common.save')} loading={rename.isPending} />
        <IconButton icon={X} size="small" label={t('common.cancel')} onClick={onDone} />
      </div>
    </form>
  );
}
