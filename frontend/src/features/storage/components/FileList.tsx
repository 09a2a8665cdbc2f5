import type { StoredFile } from '@hearth/contract';
import { FolderOpen, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import type { PagedList } from '@/features/servers';
import { Button, Checkbox, ConfirmDialog, DataList, EmptyState, useToast } from '@/ui';
import type { Outcome } from '../mutations';
import { FileEntry } from './FileEntry';

interface FileListProps {
  list: PagedList<StoredFile>;
  filters: ReactNode;
  /** Names who brought each. */
  withOwner?: boolean;
  /** Which of them the reader may delete. */
  mayDelete: (file: StoredFile) => boolean;
  /** What is lost. */
  warning: string;
  deletion: { mutateAsync: (files: readonly StoredFile[]) => Promise<Outcome>; isPending: boolean };
}

/** Files by what they take, to be chosen and deleted together. */
export function FileList({ list, filters, withOwner = false, mayDelete, warning, deletion }: FileListProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly StoredFile[]>([]);
  const deletable = list.items.filter(mayDelete);
  const selected = deletable.filter(({ attachment }) => chosen.has(attachment.id));
  const choose = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((one) => one !== id)));
  const chooseAll = (all: boolean) => setChosen(new Set(all ? deletable.map(({ attachment }) => attachment.id) : []));
  return (
    <>
      <DataList
        label={t('storage.files')}
        list={list}
        keyOf={({ attachment }) => attachment.id}
        filters={
          <>
            {filters}
            {deletable.length > 0 && (
              <Selection all={deletable.length} selected={selected} onAll={chooseAll} onDelete={() => setAsked(selected)} />
            )}
          </>
        }
        empty={
          <EmptyState icon={FolderOpen} title={t('storage.none')}>
            {t('storage.noneHint')}
          </EmptyState>
        }
        errorTitle={t('storage.failed')}
      >
        {(file) => (
          <FileEntry
            file={file}
            withOwner={withOwner}
            chosen={chosen.has(file.attachment.id)}
            onChoose={mayDelete(file) ? (isChosen) => choose(file.attachment.id, isChosen) : undefined}
            onDelete={() => setAsked([file])}
          />
        )}
      </DataList>
      <Question {...{ asked, warning, deletion }} onEnd={() => setAsked([])} onDeleted={() => setChosen(new Set())} />
    </>
  );
}

interface SelectionProps {
  all: number;
  selected: readonly StoredFile[];
  onAll: (all: boolean) => void;
  onDelete: () => void;
}

function Selection({ all, selected, onAll, onDelete }: SelectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const bytes = selected.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-3">
      <Checkbox
        label={selected.length === 0 ? t('storage.chooseAll') : t('storage.chosen', { count: selected.length, size: format.bytes(bytes) })}
        checked={selected.length === all}
        indeterminate={selected.length > 0 && selected.length < all}
        onCheckedChange={onAll}
      />
      <Button variant="danger" size="small" icon={Trash2} disabled={selected.length === 0} onClick={onDelete}>
        {t('storage.deleteChosen')}
      </Button>
    </div>
  );
}

type QuestionProps = Pick<FileListProps, 'warning' | 'deletion'> & {
  asked: readonly StoredFile[];
  onEnd: () => void;
  onDeleted: () => void;
};

function Question({ asked, warning, deletion, onEnd, onDeleted }: QuestionProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [first] = asked;
  const remove = async () => {
    const { failed } = await deletion.mutateAsync(asked);
    if (failed > 0) toast.show({ title: t('storage.notDeleted', { count: failed }), tone: 'danger' });
    onDeleted();
    onEnd();
  };
  return (
    <ConfirmDialog
      open={asked.length > 0}
      onOpenChange={(open) => !open && onEnd()}
      title={t('storage.deleteTitle', { count: asked.length })}
      description={
        <>
          {asked.length === 1 && first && <bdi className="block font-semibold wrap-anywhere">{first.attachment.name}</bdi>}
          {warning}
        </>
      }
      confirmLabel={t('storage.delete')}
      busy={deletion.isPending}
      onConfirm={() => void remove()}
    />
  );
}
