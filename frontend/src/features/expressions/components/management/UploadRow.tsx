import type { ExpressionType } from '@hearth/contract';
import { Check, CircleAlert, X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Icon, IconButton, Spinner, TextField } from '@/ui';
import type { Upload, UploadQueue } from '../../uploads/upload-queue';
import { ExpressionName } from './ExpressionName';
import { FilePicture } from './FilePicture';
import { mayRetry, useUploadWords } from './use-upload-words';

export interface UploadRowProps {
  queue: UploadQueue;
  type: ExpressionType;
  upload: Upload;
  /** Names that it may not have. */
  others: readonly string[];
  /** Something was done about it. */
  onDone: () => void;
}

/** One file: what it looks like, how far it is, and its name where that can still be changed. */
export function UploadRow(props: UploadRowProps) {
  const { type, upload } = props;
  const { name, file, state, fault } = upload;
  const asks = state === 'naming' || (state === 'failed' && mayRetry(fault));
  return (
    <li className="flex items-start gap-3 py-2">
      <FilePicture file={file} />
      {asks ? (
        <NameForm {...props} />
      ) : (
        <>
          <div className="flex min-w-0 flex-1 flex-col">
            <span className="text-ui font-medium wrap-anywhere">
              {state === 'failed' ? <bdi>{file.name}</bdi> : <ExpressionName type={type} name={name} />}
            </span>
            <State type={type} upload={upload} />
          </div>
          {state !== 'uploading' && state !== 'done' && <Remove {...props} />}
        </>
      )}
    </li>
  );
}

function State({ type, upload: { state, fault } }: Pick<UploadRowProps, 'type' | 'upload'>) {
  const { t } = useTranslation();
  const words = useUploadWords(type);
  const line = 'flex items-start gap-1 text-meta';
  if (state === 'failed') {
    return (
      <span className={`${line} text-danger-text`}>
        <Icon icon={CircleAlert} size="small" className="my-px" />
        {words.faultText(fault)}
      </span>
    );
  }
  if (state === 'done') {
    return (
      <span className={`${line} text-success-text`}>
        <Icon icon={Check} size="small" className="my-px" />
        {t('expressions.uploads.done')}
      </span>
    );
  }
  return (
    <span className={`${line} text-fg-subtle`}>
      {t(state === 'uploading' ? 'expressions.uploads.uploading' : 'expressions.uploads.waiting')}
      {state === 'uploading' && <Spinner />}
    </span>
  );
}

function Remove({ queue, upload: { id, file }, onDone }: UploadRowProps) {
  const { t } = useTranslation();
  const remove = () => {
    queue.remove(id);
    onDone();
  };
  return <IconButton icon={X} size="small" label={t('ui.remove', { name: file.name })} onClick={remove} />;
}

function NameForm(props: UploadRowProps) {
  const { queue, type, upload, others, onDone } = props;
  const { id, file, name, state, fault } = upload;
  const { t } = useTranslation();
  const words = useUploadWords(type);
  const wrong = words.nameFault(name, others);
  const failed = state === 'failed' ? words.faultText(fault) : undefined;
  return (
    <form
      className="flex min-w-0 flex-1 flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong !== undefined) return;
        queue.start(id);
        onDone();
      }}
    >
      <TextField
        label={t('expressions.nameFor', { file: file.name })}
        hideLabel
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={type === 'STICKER'}
        dir={type === 'EMOJI' ? 'ltr' : autoDir(name)}
        value={name}
        onValueChange={(next) => queue.rename(id, next)}
        hint={words.nameHint}
        error={wrong ?? failed}
        className="min-w-40 flex-1"
      />
      <div className="flex min-h-9 items-center gap-1">
        <Button type="submit" size="small" disabled={wrong !== undefined}>
          {state === 'failed' ? t('common.retry') : t('expressions.uploads.add')}
        </Button>
        <Remove {...props} />
      </div>
    </form>
  );
}
