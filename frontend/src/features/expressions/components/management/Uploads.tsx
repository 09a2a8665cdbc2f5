import type { ExpressionType } from '@hearth/contract';
import { useId, useRef, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { Button, ProgressBar, VisuallyHidden } from '@/ui';
import { isName, isTaken } from '../../uploads/names';
import { useUploads } from '../../uploads/queues';
import type { Upload, UploadQueue, UploadState } from '../../uploads/upload-queue';
import { UploadRow } from './UploadRow';

export interface UploadsProps {
  queue: UploadQueue;
  type: ExpressionType;
  /** Names that are given already. */
  taken: readonly string[];
}

/** Files on their way, each with what becomes of it. */
export function Uploads({ queue, type, taken }: UploadsProps) {
  const { t } = useTranslation();
  const title = useId();
  const { uploads, isPausing } = useUploads(queue);
  const panel = useRef<HTMLElement>(null);
  const goOn = useNextFocus(panel);
  return (
    <>
      <Told uploads={uploads} />
      {uploads.length > 0 && (
        <section
          ref={panel}
          tabIndex={-1}
          aria-labelledby={title}
          className="flex flex-col gap-2 rounded-card border border-line bg-raised p-3 outline-none"
        >
          <div className="flex flex-wrap items-center gap-2">
            <h3 id={title} className="flex-1 text-ui font-semibold">
              {t('expressions.uploads.title')}
            </h3>
            <Acts {...{ queue, type, taken, uploads }} onDone={goOn} />
          </div>
          <Progress uploads={uploads} isPausing={isPausing} />
          <ul aria-labelledby={title} className="flex flex-col divide-y divide-line">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} {...{ queue, type, upload }} others={otherNames(uploads, upload, taken)} onDone={goOn} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const among = (uploads: readonly Upload[], ...states: UploadState[]): readonly Upload[] =>
  uploads.filter(({ state }) => states.includes(state));

/** Those that one may not have: of what is there, what is done among it, and of what is under way. */
const otherNames = (uploads: readonly Upload[], { id }: Upload, taken: readonly string[]): readonly string[] => [
  ...taken,
  ...among(uploads, 'naming', 'waiting', 'uploading').flatMap((other) => (other.id === id ? [] : other.name)),
];

/** What was acted on is gone with its button: the next name to give, or the panel. */
function useNextFocus(panel: RefObject<HTMLElement | null>): () => void {
  return () =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      (panel.current?.querySelector<HTMLElement>('input') ?? panel.current)?.focus();
    });
}

/** For screen readers, in their own time. It is there before there is anything to tell. */
function Told({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation();
  const [done, failed] = [among(uploads, 'done').length, among(uploads, 'failed').length];
  return (
    <VisuallyHidden role="status">
      {done > 0 && t('expressions.uploads.progress', { done, total: uploads.length })}{' '}
      {failed > 0 && t('expressions.uploads.notAdded', { number: failed })}
    </VisuallyHidden>
  );
}

function Progress({ uploads, isPausing }: { uploads: readonly Upload[]; isPausing: boolean }) {
  const { t } = useTranslation();
  const done = among(uploads, 'done').length;
  if (among(uploads, 'waiting', 'uploading').length === 0) return null;
  return (
    <ProgressBar
      label={t(isPausing ? 'expressions.uploads.pausing' : 'expressions.uploads.uploading')}
      value={among(uploads, 'done', 'failed').length}
      max={uploads.length}
      formatValue={() => t('expressions.uploads.progress', { done, total: uploads.length })}
    />
  );
}

interface ActsProps extends UploadsProps {
  uploads: readonly Upload[];
  onDone: () => void;
}

function Acts({ queue, type, taken, uploads, onDone }: ActsProps) {
  const { t } = useTranslation();
  const naming = among(uploads, 'naming');
  const named = naming.filter((upload) => isName(type, upload.name) && !isTaken(upload.name, otherNames(uploads, upload, taken)));
  const isOver = among(uploads, 'waiting', 'uploading', 'naming').length === 0;
  const act = (run: () => void) => () => {
    run();
    onDone();
  };
  return (
    <>
      {naming.length > 1 && (
        <Button size="small" variant="primary" disabled={named.length === 0} onClick={act(() => queue.start(...named.map(({ id }) => id)))}>
          {t('expressions.uploads.addAll')}
        </Button>
      )}
      {isOver && (
        <Button size="small" variant="ghost" onClick={act(() => queue.clear())}>
          {t('expressions.uploads.clear')}
        </Button>
      )}
    </>
  );
}
