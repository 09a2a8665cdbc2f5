import type { Expression } from '@hearth/contract';
import { Pencil, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Trans } from 'react-i18next';
import { nameOf, useErrorText, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, DataRow, IconButton, Tooltip } from '@/ui';
import { useUser } from '@/features/users';
import { useDeleteExpression } from '../../mutations';
import { ExpressionName, writtenName } from './ExpressionName';
import { ExpressionPicture } from './ExpressionPicture';
import { RenameForm } from './RenameForm';

/** One that is there, to be renamed in its place or deleted. @param names of all that there are */
export function ExpressionRow({ expression, names }: { expression: Expression; names: readonly string[] }) {
  const { t } = useTranslation();
  const [renames, setRenames] = useState(false);
  const [asks, setAsks] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const name = writtenName(expression.type, expression.name);
  const comesBack = useRef(false);
  useLayoutEffect(() => {
    // The button is there again only once the form is gone.
    if (renames || !comesBack.current) return;
    comesBack.current = false;
    pencil.current?.focus();
  }, [renames]);
  const leave = () => {
    comesBack.current = true;
    setRenames(false);
  };
  if (renames) return <RenameForm expression={expression} names={names} onDone={leave} />;
  return (
    <>
      <DataRow
        className="group/row"
        leading={<ExpressionPicture expression={expression} />}
        title={<ExpressionName {...expression} />}
        detail={<Facts expression={expression} />}
        actions={
          <>
            <IconButton
              ref={pencil}
              icon={Pencil}
              size="small"
              label={t('expressions.rename', { name })}
              onClick={() => setRenames(true)}
            />
            <IconButton icon={Trash2} size="small" label={t('expressions.delete', { name })} onClick={() => setAsks(true)} />
          </>
        }
      />
      <DeleteDialog expression={expression} open={asks} onOpenChange={setAsks} />
    </>
  );
}

function Facts({ expression: { creatorId, createdAt } }: { expression: Expression }) {
  const format = useFormat();
  return (
    <>
      {creatorId !== null && <By userId={creatorId} />}
      <Tooltip content={format.exact(createdAt)}>
        <time dateTime={createdAt}>{format.relative(createdAt)}</time>
      </Tooltip>
    </>
  );
}

/** Nobody in particular, where they are not to be found any more. */
function By({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const { data } = useUser(userId);
  return data && <>{t('expressions.by', { name: nameOf(data) })} · </>;
}

interface DeleteDialogProps {
  expression: Expression;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function DeleteDialog({ expression, open, onOpenChange }: DeleteDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteExpression(expression);
  const { type, name } = expression;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`expressions.${type}.deleteTitle`)}
      description={
        <Trans
          i18nKey={`expressions.${type}.deleteText`}
          values={{ name: writtenName(type, name) }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('expressions.deleteIt')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
