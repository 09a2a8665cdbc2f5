import type { AdminFile } from '@hearth/contract';
import { File, FolderOpen, Image, Smile, Sticker, Trash2, UserRound, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { nameOf, useErrorToast, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, DataList, DataRow, Dialog, EmptyState, Icon, IconButton, Pill } from '@/ui';
import { useAdminFiles, useDeleteFile, type FilesOf } from '../queries';

interface AdminFilesProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  of: FilesOf;
  title: string;
}

/** What takes room of somebody, or is kept from everybody, the largest first. What is in it is not the reader's to see. */
export function AdminFiles({ of, title, ...dialog }: AdminFilesProps) {
  const { t } = useTranslation();
  return (
    <Dialog {...dialog} title={title} description={t('admin.filesHint')} size="large">
      <List of={of} />
    </Dialog>
  );
}

function List({ of }: Pick<AdminFilesProps, 'of'>) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<AdminFile | null>(null);
  return (
    <>
      <DataList
        label={t('storage.files')}
        list={useAdminFiles(of)}
        keyOf={({ id }) => id}
        empty={<EmptyState icon={FolderOpen} title={t('storage.none')} />}
        errorTitle={t('admin.failed')}
        className="min-h-[min(24rem,50dvh)]"
      >
        {(file) => <Entry file={file} onDelete={() => setAsked(file)} />}
      </DataList>
      <Question file={asked} onEnd={() => setAsked(null)} />
    </>
  );
}

const icons: Record<AdminFile['kind'], LucideIcon> = {
  ATTACHMENT: File,
  EMOJI: Smile,
  STICKER: Sticker,
  AVATAR: UserRound,
  ICON: Image,
  BANNER: Image,
};

function Entry({ file, onDelete }: { file: AdminFile; onDelete: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { kind, owner, server, createdAt } = file;
  // What is not a file of a message is deleted where it is managed.
  const isFile = kind === 'ATTACHMENT';
  return (
    <DataRow
      leading={
        <span className="flex size-10 items-center justify-center rounded-card bg-active text-fg-muted">
          <Icon icon={icons[kind]} />
        </span>
      }
      title={names(file)}
      detail={
        <>
          {format.facts((owner && nameOf(owner)) ?? t('storage.nobody'), server?.name ?? (isFile && t('storage.inConversation')))}
          {' · '}
          <time dateTime={createdAt} title={format.exact(createdAt)}>
            {format.stamp(createdAt)}
          </time>
        </>
      }
      extra={<State file={file} />}
      actions={isFile && <IconButton icon={Trash2} label={t('storage.deleteOne', { name: names(file) })} onClick={onDelete} />}
    />
  );
}

function State({ file: { state, threat } }: { file: AdminFile }) {
  const { t } = useTranslation();
  if (state === 'ready') return null;
  return (
    <>
      <Pill tone={state === 'quarantined' ? 'danger' : 'neutral'}>{t(`admin.fileStates.${state}`)}</Pill>
      {threat && <bdi className="font-mono text-meta text-danger-text wrap-anywhere">{threat}</bdi>}
    </>
  );
}

/** What can be said of a file: "File · image/png · 2 MB". */
function useNames(): (file: AdminFile) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, contentType, bytes }) => format.facts(t(`admin.fileKinds.${kind}`), contentType, format.bytes(bytes));
}

function Question({ file, onEnd }: { file: AdminFile | null; onEnd: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const toast = useErrorToast();
  const remove = useDeleteFile();
  const run = (fileId: string) => remove.mutate(fileId, { onError: (error) => toast(t('admin.actFailed'), error), onSettled: onEnd });
  return (
    <ConfirmDialog
      open={file !== null}
      onOpenChange={(open) => !open && onEnd()}
      title={t('storage.deleteTitle', { count: 1 })}
      description={
        <>
          {file && <span className="block font-semibold wrap-anywhere">{names(file)}</span>}
          {t('admin.fileWarning')}
        </>
      }
      confirmLabel={t('storage.delete')}
      busy={remove.isPending}
      onConfirm={() => file && run(file.id)}
    />
  );
}
